// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Multipart.h"

#include "http/FieldValue.h"
#include "http/PartHead.h"

#include <algorithm>
#include <utility>

namespace Holdfast::Http {

namespace {

constexpr qsizetype longestBoundary = 70;
constexpr qsizetype largestHead = 16 * 1024;
constexpr qsizetype longestPadding = 64;
constexpr qsizetype sliceBytes = 64 * 1024;
constexpr int mostParts = 64;

QString malformed(const char *what)
{
    return QStringLiteral("The form is malformed: %1.").arg(QLatin1String(what));
}

bool isBoundaryCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           QByteArrayView("'()+_,-./:=? ").indexOf(c) >= 0;
}

} // namespace

/// Preamble ──delimiter──▶ Delimiter ──line end──▶ Head ──empty line──▶ Data ──delimiter──▶ Delimiter …
///                             └──"--"──▶ Epilogue
struct Multipart::State
{
    enum class Place { Preamble, Data, Delimiter, Head, Epilogue };
    enum class Step { GoOn, NeedsMore };

    State(const QByteArray &boundary, Events theEvents)
        : delimiter("\r\n--" + boundary)
        , events(std::move(theEvents))
    {
    }

    Step step();
    Step passData();
    qsizetype findDelimiter() const;
    Step passDelimiter();
    Step passHead();
    void giveData(qsizetype length);
    void drop(qsizetype length) { held = held.sliced(length); }
    void fail(const std::optional<QString> &sentence)
    {
        if (sentence && !failure)
            failure = sentence;
    }

    const QByteArray delimiter;
    Events events;
    Place place = Place::Preamble;
    Place before = Place::Preamble;                ///< what the delimiter interrupts, if it turns out to be none
    QByteArray buffer = QByteArrayLiteral("\r\n"); ///< so that a delimiter at the very start is one like any other
    QByteArrayView held;                           ///< of the buffer: what is not dealt with yet
    int parts = 0;
    std::optional<QString> failure;
};

std::optional<QByteArray> Multipart::boundary(QByteArrayView contentType)
{
    const auto field = FieldValue::parse(contentType);
    if (!field || field->value != "multipart/form-data")
        return std::nullopt;
    const auto boundary = field->option("boundary");
    if (!boundary || boundary->isEmpty() || boundary->size() > longestBoundary || boundary->endsWith(' ') ||
        !std::all_of(boundary->begin(), boundary->end(), isBoundaryCharacter))
        return std::nullopt;
    return boundary;
}

Multipart::Multipart(QByteArray boundary, Events events)
    : m_state(std::make_unique<State>(boundary, std::move(events)))
{
}

Multipart::~Multipart() = default;

bool Multipart::complete() const
{
    return m_state->place == State::Place::Epilogue && !m_state->failure;
}

std::optional<QString> Multipart::take(QByteArrayView bytes)
{
    State &state = *m_state;
    while (!bytes.isEmpty() && !state.failure && state.place != State::Place::Epilogue) {
        const QByteArrayView slice = bytes.first(std::min(sliceBytes, bytes.size()));
        bytes = bytes.sliced(slice.size());
        state.buffer.append(slice.data(), slice.size());
        state.held = state.buffer;
        while (!state.failure && state.step() == State::Step::GoOn) {
        }
        state.buffer = state.held.toByteArray();
    }
    return state.failure;
}

Multipart::State::Step Multipart::State::step()
{
    switch (place) {
    case Place::Preamble:
    case Place::Data:
        return passData();
    case Place::Delimiter:
        return passDelimiter();
    case Place::Head:
        return passHead();
    case Place::Epilogue:
        return Step::NeedsMore;
    }
    return Step::NeedsMore;
}

void Multipart::State::giveData(qsizetype length)
{
    if (length > 0 && place == Place::Data)
        fail(events.partData(held.first(length)));
    drop(length);
}

/// -1 for none. By its CR, which sound seldom has and memchr finds many bytes at a time: most of a body is passed here.
qsizetype Multipart::State::findDelimiter() const
{
    qsizetype at = held.indexOf('\r');
    while (at >= 0 && !held.sliced(at).startsWith(delimiter))
        at = held.indexOf('\r', at + 1);
    return at;
}

Multipart::State::Step Multipart::State::passData()
{
    const qsizetype at = findDelimiter();
    if (at >= 0) {
        giveData(at);
        before = std::exchange(place, Place::Delimiter);
        return Step::GoOn;
    }
    // The end may be the beginning of a delimiter: from its last CR on, that part waits for more.
    const qsizetype longest = std::min(held.size(), delimiter.size() - 1);
    const qsizetype cr = held.last(longest).lastIndexOf('\r');
    const bool mayBegin = cr >= 0 && QByteArrayView(delimiter).startsWith(held.last(longest - cr));
    giveData(mayBegin ? held.size() - (longest - cr) : held.size());
    return Step::NeedsMore;
}

/// held begins with the delimiter's bytes; what follows tells whether it is one.
Multipart::State::Step Multipart::State::passDelimiter()
{
    const QByteArrayView rest = held.sliced(delimiter.size());
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    const qsizetype padding = std::find_if_not(rest.begin(), rest.end(), isBlank) - rest.begin();
    const QByteArrayView end = rest.sliced(padding).first(std::min<qsizetype>(2, rest.size() - padding));

    const bool closes = padding == 0 && end == QByteArrayView("--");
    const bool opens = padding <= longestPadding && end == QByteArrayView("\r\n");
    const bool undecided = padding <= longestPadding && (end.isEmpty() || end == QByteArrayView("\r") ||
                                                         (padding == 0 && end == QByteArrayView("-")));
    if (undecided)
        return Step::NeedsMore;
    if (!closes && !opens) {
        place = before;
        giveData(delimiter.size());
        return Step::GoOn;
    }
    if (before == Place::Data)
        fail(events.partEnds());
    drop(delimiter.size() + padding + 2);
    place = closes ? Place::Epilogue : Place::Head;
    return Step::GoOn;
}

Multipart::State::Step Multipart::State::passHead()
{
    const QByteArrayView end("\r\n\r\n");
    const qsizetype length = held.startsWith("\r\n") ? 0 : held.indexOf(end);
    if (length > largestHead || (length < 0 && held.size() > largestHead)) {
        fail(malformed("the head of a part is too large"));
        return Step::GoOn;
    }
    if (length < 0)
        return Step::NeedsMore;
    if (++parts > mostParts) {
        fail(malformed("it has too many parts"));
        return Step::GoOn;
    }
    const auto head = parsePartHead(held.first(length));
    if (!head) {
        fail(head.error());
        return Step::GoOn;
    }
    drop(length + end.size());
    place = Place::Data;
    fail(events.partBegins(*head));
    return Step::GoOn;
}

} // namespace Holdfast::Http
