// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/ChunkedDecoder.h"

#include "http/HexDigit.h"

#include <algorithm>

namespace Holdfast::Http {

namespace {

constexpr int largestOverhead = 4096;
constexpr int mostDigits = 15; // of a hexadecimal size, so that it fits into 63 bits

bool isText(char c)
{
    return (static_cast<unsigned char>(c) >= ' ' && c != 0x7f) || c == '\t';
}

} // namespace

ChunkedDecoder::Outcome ChunkedDecoder::decode(QByteArrayView &input)
{
    while (!input.isEmpty() && m_state != State::Done) {
        if (m_state == State::Data) {
            m_data = input.first(std::min<qint64>(m_left, input.size()));
            input = input.sliced(m_data.size());
            m_left -= m_data.size();
            if (m_left == 0)
                m_state = State::DataReturn;
            return Outcome::Data;
        }
        if (!step(input.front()))
            return Outcome::Malformed;
        input = input.sliced(1);
    }
    return m_state == State::Done ? Outcome::Complete : Outcome::NeedsMore;
}

bool ChunkedDecoder::countOverhead()
{
    return ++m_overhead <= largestOverhead;
}

bool ChunkedDecoder::readSize(char c)
{
    if (const int value = hexValue(c); value >= 0) {
        if (++m_digits > mostDigits)
            return false;
        m_left = m_left * 16 + value;
        return true;
    }
    if (m_digits == 0)
        return false;
    m_overhead = 0;
    if (c == '\r')
        m_state = State::SizeEnd;
    else if (c == ';' || c == ' ' || c == '\t')
        m_state = State::Extension;
    else
        return false;
    return true;
}

bool ChunkedDecoder::step(char c)
{
    const auto next = [this](State state) {
        m_state = state;
        return true;
    };
    switch (m_state) {
    case State::Size:
        return readSize(c);
    case State::Extension:
        return c == '\r' ? next(State::SizeEnd) : isText(c) && countOverhead();
    case State::SizeEnd:
        m_overhead = 0;
        return c == '\n' && next(m_left > 0 ? State::Data : State::TrailerStart);
    case State::DataReturn:
        return c == '\r' && next(State::DataEnd);
    case State::DataEnd:
        m_digits = 0;
        return c == '\n' && next(State::Size);
    case State::TrailerStart:
        if (c == '\r')
            return next(State::LastEnd);
        return isText(c) && countOverhead() && next(State::Trailer);
    case State::Trailer:
        return c == '\r' ? next(State::TrailerEnd) : isText(c) && countOverhead();
    case State::TrailerEnd:
        return c == '\n' && next(State::TrailerStart);
    case State::LastEnd:
        return c == '\n' && next(State::Done);
    case State::Data:
    case State::Done:
        return false;
    }
    return false;
}

} // namespace Holdfast::Http
