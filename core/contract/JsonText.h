// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <QByteArray>
#include <QString>

#include <cmath>
#include <concepts>
#include <optional>

namespace Holdfast {

/// JSON as text (UTF-8), written piece by piece. A tree of Qt's costs four times as much to make and write, which shows
/// where an answer has fifty recordings of forty fields each. Begin what you end; name each value of an object.
class JsonText
{
public:
    void beginObject() { m_writer.StartObject(); }
    void beginObject(QLatin1String name)
    {
        write(name);
        beginObject();
    }
    void endObject() { m_writer.EndObject(); }
    void beginArray() { m_writer.StartArray(); }
    void endArray() { m_writer.EndArray(); }

    template <class T> void add(QLatin1String name, const T &value)
    {
        write(name);
        write(value);
    }
    template <class List, class Write> void addArray(QLatin1String name, const List &list, Write writeOne)
    {
        write(name);
        beginArray();
        for (const auto &one : list)
            writeOne(one);
        endArray();
    }

    void write(std::nullptr_t) { m_writer.Null(); }
    void write(std::same_as<bool> auto truth) { m_writer.Bool(truth); }
    void write(std::signed_integral auto number) { m_writer.Int64(number); }
    /// Null where there is no such number in JSON.
    void write(double number)
    {
        if (std::isfinite(number))
            m_writer.Double(number);
        else
            write(nullptr);
    }
    void write(const QString &text) { write(text.toUtf8()); }
    void write(const QByteArray &utf8) { m_writer.String(utf8.constData(), static_cast<unsigned>(utf8.size())); }
    /// Of ASCII alone.
    void write(QLatin1String ascii) { m_writer.String(ascii.data(), static_cast<unsigned>(ascii.size())); }
    template <class T> void write(const std::optional<T> &value)
    {
        if (value)
            write(*value);
        else
            write(nullptr);
    }

    QByteArray text() const { return {m_text.GetString(), static_cast<qsizetype>(m_text.GetSize())}; }

private:
    rapidjson::StringBuffer m_text;
    rapidjson::Writer<rapidjson::StringBuffer> m_writer{m_text};
};

} // namespace Holdfast
