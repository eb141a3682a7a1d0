print(bracket_width)
