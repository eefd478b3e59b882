// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/JsonText.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cmath>

namespace Holdfast {

struct JsonText::State
{
    rapidjson::StringBuffer text;
    rapidjson::Writer<rapidjson::StringBuffer> writer{text};
};

JsonText::JsonText()
    : m_state(std::make_unique<State>())
{
}

JsonText::~JsonText() = default;

void JsonText::beginObject()
{
    m_state->writer.StartObject();
}

void JsonText::beginObject(QLatin1String name)
{
    write(name);
    beginObject();
}

void JsonText::endObject()
{
    m_state->writer.EndObject();
}

void JsonText::beginArray()
{
    m_state->writer.StartArray();
}

void JsonText::endArray()
{
    m_state->writer.EndArray();
}

void JsonText::write(std::nullptr_t)
{
    m_state->writer.Null();
}

void JsonText::write(bool truth)
{
    m_state->writer.Bool(truth);
}

void JsonText::write(int number)
{
    m_state->writer.Int(number);
}

void JsonText::write(qint64 number)
{
    m_state->writer.Int64(number);
}

void JsonText::write(double number)
{
    if (std::isfinite(number))
        m_state->writer.Double(number);
    else
        m_state->writer.Null();
}

void JsonText::write(const QString &text)
{
    write(text.toUtf8());
}

void JsonText::write(const QByteArray &utf8)
{
    m_state->writer.String(utf8.constData(), static_cast<unsigned>(utf8.size()));
}

void JsonText::write(QLatin1String ascii)
{
    m_state->writer.String(ascii.data(), static_cast<unsigned>(ascii.size()));
}

QByteArray JsonText::text() const
{
    return {m_state->text.GetString(), static_cast<qsizetype>(m_state->text.GetSize())};
}

} // namespace Holdfast
