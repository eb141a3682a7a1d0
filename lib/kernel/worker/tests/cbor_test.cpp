// What the reader promises: it reads back what the writer wrote, and whatever else it is given ends in a value or in
// Malformed, never in a crash.
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "cbor.hpp"

namespace {

using namespace cadwright::cbor;

void require(bool holds, const char* promise) {
    if (!holds) {
        std::fprintf(stderr, "broken: %s\n", promise);
        std::exit(1);
    }
}

std::span<const unsigned char> view(const std::string& data) {
    return {reinterpret_cast<const unsigned char*>(data.data()), data.size()};
}

bool reads(const std::string& data) {
    try {
        read(view(data));
        return true;
    } catch (const Malformed&) {
        return false;
    }
}

std::string sample() {
    Writer writer;
    writer.map(3);
    writer.text("numbers");
    writer.array(6);
    for (const std::int64_t number : {0L, 23L, 24L, 65536L, -1L, -4294967297L}) {
        writer.integer(number);
    }
    writer.text("reals");
    writer.array(2);
    writer.number(0.1);
    writer.number(-1e300);
    writer.text("rest");
    writer.array(4);
    writer.boolean(true);
    writer.null();
    writer.bytes(std::string("\0\xff", 2));
    writer.text(std::string(300, 'x'));
    return writer.take();
}

void readsBackWhatWasWritten() {
    const std::string data = sample();
    const Value value = read(view(data));
    const auto* map = value.as<Map>();
    require(map != nullptr && map->entries.size() == 3, "a map comes back");
    const auto& numbers = *map->find("numbers")->as<Array>();
    require(*numbers[3].as<std::int64_t>() == 65536, "integers come back");
    require(*numbers[5].as<std::int64_t>() == -4294967297L, "negative integers come back");
    require(*(*map->find("reals")->as<Array>())[0].as<double>() == 0.1, "reals come back");
    const auto& rest = *map->find("rest")->as<Array>();
    require(rest[2].as<Bytes>()->data == std::string("\0\xff", 2), "bytes come back");
    require(rest[3].as<std::string>()->size() == 300, "text comes back");
}

void refusesWhatIsOutsideItsPart() {
    const std::string huge = "\x9b\xff\xff\xff\xff\xff\xff\xff\xff";
    require(!reads(huge), "a count beyond the data is refused");
    require(!reads(std::string("\x5b\x7f\xff\xff\xff\xff\xff\xff\xff", 9)), "a length beyond the data is refused");
    require(!reads(std::string(64, '\x81') + '\x01'), "deep nesting is refused");
    require(!reads("\x9f\x01\xff"), "indefinite lengths are refused");
    require(!reads(std::string("\xc0\x01")), "tags are refused");
    require(!reads(std::string("\x01\x01")), "trailing bytes are refused");
    require(!reads(std::string("\x1b\xff\xff\xff\xff\xff\xff\xff\xff")), "integers beyond 63 bits are refused");
    require(!reads(std::string("\xa2\x61" "a\x01\x61" "a\x02")), "repeated keys are refused");
    require(!reads(std::string("\xa1\x01\x02")), "keys that are not text are refused");
    require(!reads(""), "nothing is refused");
    const std::string data = sample();
    for (std::size_t length = 0; length < data.size(); ++length) {
        require(!reads(data.substr(0, length)), "a value cut short is refused");
    }
}

void survivesNoise() {
    std::mt19937_64 random(20260101);
    const std::string seed = sample();
    for (int round = 0; round < 300'000; ++round) {
        std::string data = seed;
        if (round % 2 == 0) {
            data.resize(random() % 64);
            for (char& byte : data) {
                byte = static_cast<char>(random());
            }
        } else {
            for (int change = 0; change < 4; ++change) {
                data[random() % data.size()] = static_cast<char>(random());
            }
        }
        reads(data);
    }
}

}  // namespace

int main() {
    readsBackWhatWasWritten();
    refusesWhatIsOutsideItsPart();
    survivesNoise();
    std::puts("cbor: all promises hold");
}
