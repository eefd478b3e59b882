// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/FieldValue.h"

#include <algorithm>

namespace Holdfast::Http {

namespace {

bool isTokenCharacter(char c)
{
    return static_cast<unsigned char>(c) > ' ' && c != 0x7f && QByteArrayView("()<>@,;:\\\"/[]?={}").indexOf(c) < 0;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

class Reader
{
public:
    explicit Reader(QByteArrayView text)
        : m_text(text)
    {
    }

    bool atEnd() const { return m_text.isEmpty(); }
    bool skip(char c)
    {
        if (m_text.isEmpty() || m_text.front() != c)
            return false;
        m_text = m_text.sliced(1);
        return true;
    }
    void skipBlanks() { takeWhile(isBlank); }

    template <class Predicate> QByteArray takeWhile(Predicate predicate)
    {
        const auto end = std::find_if_not(m_text.begin(), m_text.end(), predicate);
        const QByteArrayView taken = m_text.first(end - m_text.begin());
        m_text = m_text.sliced(taken.size());
        return taken.toByteArray();
    }

    /// What stands before the closing quote. A backslash escapes only a quote or another one: old clients send
    /// paths with bare backslashes.
    std::optional<QByteArray> takeQuoted()
    {
        QByteArray value;
        for (qsizetype i = 0; i < m_text.size(); ++i) {
            if (m_text[i] == '"') {
                m_text = m_text.sliced(i + 1);
                return value;
            }
            const bool escapes =
                m_text[i] == '\\' && i + 1 < m_text.size() && (m_text[i + 1] == '"' || m_text[i + 1] == '\\');
            i += escapes ? 1 : 0;
            value.append(m_text[i]);
        }
        return std::nullopt;
    }

private:
    QByteArrayView m_text;
};

} // namespace

std::optional<QByteArray> FieldValue::option(QByteArrayView name) const
{
    for (const auto &[key, text] : options) {
        if (key == name)
            return text;
    }
    return std::nullopt;
}

std::optional<FieldValue> FieldValue::parse(QByteArrayView text)
{
    Reader reader(text);
    FieldValue field;
    reader.skipBlanks();
    field.value = reader.takeWhile([](char c) { return isTokenCharacter(c) || c == '/'; }).toLower();
    if (field.value.isEmpty())
        return std::nullopt;
    reader.skipBlanks();
    while (!reader.atEnd()) {
        if (!reader.skip(';'))
            return std::nullopt;
        reader.skipBlanks();
        if (reader.atEnd())
            break; // a last semicolon with nothing behind it is common
        const QByteArray name = reader.takeWhile(isTokenCharacter).toLower();
        if (name.isEmpty() || !reader.skip('=') || field.option(name))
            return std::nullopt;
        const auto value = reader.skip('"') ? reader.takeQuoted() : reader.takeWhile(isTokenCharacter);
        if (!value)
            return std::nullopt;
        field.options.append({name, *value});
        reader.skipBlanks();
    }
    return field;
}

} // namespace Holdfast::Http
