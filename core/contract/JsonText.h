// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace Holdfast {

/// JSON as text (UTF-8), written piece by piece. A tree of Qt's costs four times as much to make and write, which shows
/// where an answer has fifty recordings of forty fields each. Begin what you end; name each value of an object.
class JsonText
{
public:
    JsonText();
    ~JsonText();
    Q_DISABLE_COPY_MOVE(JsonText)

    void beginObject();
    void beginObject(QLatin1String name);
    void endObject();
    void beginArray();
    void endArray();

    void write(std::nullptr_t);
    void write(bool truth);
    void write(int number);
    void write(qint64 number);
    void write(double number); ///< null where there is no such number in JSON
    void write(const QString &text);
    void write(const QByteArray &utf8);
    void write(QLatin1String ascii);
    template <class T> void write(const std::optional<T> &value)
    {
        if (value)
            write(*value);
        else
            write(nullptr);
    }

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

    QByteArray text() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace Holdfast
