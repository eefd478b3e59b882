// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace Holdfast::Http {

/// Reads multipart/form-data (RFC 7578) as it arrives, in constant memory whatever the parts' sizes are.
class Multipart
{
public:
    struct PartHead
    {
        QString name;
        std::optional<QString>
            fileName; ///< as it came, decoded (filename* before filename); never to be used as a path
        QByteArray contentType;
    };
    struct Events
    {
        /// An answer other than empty stops the parse with it.
        std::function<std::optional<QString>(const PartHead &)> partBegins;
        std::function<std::optional<QString>(QByteArrayView)> partData;
        std::function<std::optional<QString>()> partEnds;
    };

    /// The boundary of a Content-Type field; none where it is not multipart/form-data or the boundary is not a legal
    /// one.
    static std::optional<QByteArray> boundary(QByteArrayView contentType);

    Multipart(QByteArray boundary, Events events);
    ~Multipart();

    /// A sentence where the body is malformed (or an event stopped it).
    std::optional<QString> take(QByteArrayView bytes);
    /// True once the closing boundary has come.
    bool complete() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace Holdfast::Http
