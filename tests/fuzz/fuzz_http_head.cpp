// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/Demand.h"
#include "http/ChunkedDecoder.h"
#include "http/HeadParser.h"

#include <algorithm>
#include <cstdint>

using namespace Holdfast::Http;

namespace {

struct Outcome
{
    int kind = 0;
    qsizetype size = 0;
    int status = 0;
    friend bool operator==(const Outcome &, const Outcome &) = default;
};

Outcome outcomeOf(const std::variant<HeadParser::NeedsMore, HeadParser::Head, HeadParser::Refusal> &result)
{
    if (const auto *head = std::get_if<HeadParser::Head>(&result))
        return {1, head->size, 0};
    if (const auto *refusal = std::get_if<HeadParser::Refusal>(&result))
        return {2, 0, refusal->status};
    return {};
}

void checkHead(const HeadParser::Head &head, qsizetype most)
{
    demand(head.size > 0 && head.size <= most);
    demand(!(head.chunked && head.request.contentLength));
    demand(head.request.contentLength.value_or(0) >= 0);
    for (const QString &segment : head.request.segments)
        demand(!segment.contains(u'/') && !segment.contains(u'\\') && !segment.contains(QChar(0)) && segment != u"..");
}

/// The body comes out the same in one piece and byte by byte.
void checkChunks(QByteArrayView coded)
{
    const auto decode = [coded](qsizetype step) {
        ChunkedDecoder decoder;
        QByteArray body;
        for (qsizetype at = 0; at < coded.size(); at += step) {
            QByteArrayView input = coded.sliced(at, std::min(step, coded.size() - at));
            for (;;) {
                const auto outcome = decoder.decode(input);
                if (outcome == ChunkedDecoder::Outcome::NeedsMore)
                    break;
                if (outcome != ChunkedDecoder::Outcome::Data)
                    return body + (outcome == ChunkedDecoder::Outcome::Complete ? "|whole" : "|malformed");
                body.append(decoder.data().data(), decoder.data().size());
            }
        }
        return body + "|open";
    };
    demand(coded.isEmpty() || decode(coded.size()) == decode(1));
}

} // namespace

/// A head comes out the same in one piece and byte by byte; what follows it is taken for a chunked body.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t length)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(length));
    const Limits limits{.headBytes = 2048};
    HeadParser whole(limits);
    const auto result = whole.parse(bytes);

    HeadParser inPieces(limits);
    Outcome pieces;
    for (qsizetype i = 1; i <= bytes.size() && pieces.kind == 0; ++i)
        pieces = outcomeOf(inPieces.parse(bytes.first(i)));
    // Past the limit the whole may be refused for what comes later; what is accepted is accepted alike.
    demand(bytes.size() > limits.headBytes || pieces == outcomeOf(result));

    if (const auto *head = std::get_if<HeadParser::Head>(&result)) {
        checkHead(*head, bytes.size());
        checkChunks(bytes.sliced(head->size));
    } else {
        checkChunks(bytes);
    }
    return 0;
}
