// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/HeadGrammar.h"

// Beast's parser alone, fed by hand: none of its I/O. It compiles slowly, so it is included here and nowhere else.
#include <boost/beast/http/basic_parser.hpp>

#include <limits>

namespace Holdfast::Http {

namespace {

namespace Beast = boost::beast;

QByteArray toBytes(Beast::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

class Parser final : public Beast::http::basic_parser<true>
{
public:
    HeadGrammar grammar;

private:
    void on_request_impl(Beast::http::verb, Beast::string_view method, Beast::string_view target, int version,
                         Beast::error_code &) override
    {
        grammar.method = toBytes(method);
        grammar.target = toBytes(target);
        grammar.minorVersion = version % 10;
    }

    void on_field_impl(Beast::http::field, Beast::string_view name, Beast::string_view value,
                       Beast::error_code &) override
    {
        grammar.headers.add(toBytes(name), toBytes(value));
    }

    // Bodies and answers never come here: the parser is given a head and dropped.
    void on_response_impl(int, Beast::string_view, int, Beast::error_code &) override {}
    void on_header_impl(Beast::error_code &) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t> &, Beast::error_code &) override {}
    std::size_t on_body_impl(Beast::string_view, Beast::error_code &) override { return 0; }
    void on_chunk_header_impl(std::uint64_t, Beast::string_view, Beast::error_code &) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, Beast::string_view, Beast::error_code &) override { return 0; }
    void on_finish_impl(Beast::error_code &) override {}
};

} // namespace

std::optional<HeadGrammar> HeadGrammar::parse(QByteArrayView head)
{
    Parser parser;
    parser.header_limit(std::numeric_limits<std::uint32_t>::max()); // the caller bounds the head
    // Not boost::none: every length is past that.
    parser.body_limit(std::numeric_limits<std::uint64_t>::max());
    Beast::error_code error;
    const std::size_t taken = parser.put({head.data(), static_cast<std::size_t>(head.size())}, error);
    if (error || !parser.is_header_done() || taken != static_cast<std::size_t>(head.size()))
        return std::nullopt;
    return std::move(parser.grammar);
}

} // namespace Holdfast::Http
