// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>
#include <utility>

namespace Holdfast::Http {

/// A field of the form "value; name=token; name="quoted"", such as Content-Type and Content-Disposition.
struct FieldValue
{
    QByteArray value;                                 ///< lower case
    QList<std::pair<QByteArray, QByteArray>> options; ///< names in lower case; values without their quotes and escapes

    std::optional<QByteArray> option(QByteArrayView name) const;

    /// None where it breaks that form or names an option twice.
    static std::optional<FieldValue> parse(QByteArrayView text);
};

} // namespace Holdfast::Http
