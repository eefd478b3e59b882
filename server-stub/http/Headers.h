// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

#include <optional>

namespace Holdfast::Http {

/// Header fields in the order in which they came; names compare without regard to case.
class Headers
{
public:
    struct Field
    {
        QByteArray name;
        QByteArray value;
    };

    void add(QByteArray name, QByteArray value);
    void set(QByteArray name, QByteArray value); ///< replaces all of that name
    bool has(QByteArrayView name) const;
    QByteArray value(QByteArrayView name) const;      ///< the first, trimmed; empty where there is none
    QByteArrayList values(QByteArrayView name) const; ///< all of that name, trimmed
    const QList<Field> &fields() const { return m_fields; }

private:
    QList<Field> m_fields;
};

} // namespace Holdfast::Http
