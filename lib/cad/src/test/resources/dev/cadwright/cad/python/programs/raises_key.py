sizes = {"m3": 3.2}
print(sizes["m3"])
print(
    sizes["m4"],
)
