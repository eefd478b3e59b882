// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Headers.h"

#include <utility>

namespace Holdfast::Http {

namespace {

bool sameName(const QByteArray &name, QByteArrayView other)
{
    return name.size() == other.size() && qstrnicmp(name.constData(), name.size(), other.data(), other.size()) == 0;
}

} // namespace

void Headers::add(QByteArray name, QByteArray value)
{
    m_fields.append({std::move(name), std::move(value)});
}

void Headers::set(QByteArray name, QByteArray value)
{
    m_fields.removeIf([&name](const Field &field) { return sameName(field.name, name); });
    add(std::move(name), std::move(value));
}

bool Headers::has(QByteArrayView name) const
{
    for (const Field &field : m_fields) {
        if (sameName(field.name, name))
            return true;
    }
    return false;
}

QByteArray Headers::value(QByteArrayView name) const
{
    for (const Field &field : m_fields) {
        if (sameName(field.name, name))
            return field.value.trimmed();
    }
    return {};
}

QByteArrayList Headers::values(QByteArrayView name) const
{
    QByteArrayList values;
    for (const Field &field : m_fields) {
        if (sameName(field.name, name))
            values.append(field.value.trimmed());
    }
    return values;
}

} // namespace Holdfast::Http
