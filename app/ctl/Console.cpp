// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/Console.h"

#include "domain/ShownText.h"

#include <QJsonDocument>
#include <QTextStream>

#include <algorithm>
#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace Holdfast {

namespace {

bool somebodyWatches()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stderr)) != 0;
#else
    return isatty(STDERR_FILENO) != 0;
#endif
}

void writeJson(const QJsonDocument &document)
{
    QTextStream(stdout) << QString::fromUtf8(document.toJson(QJsonDocument::Indented)) << Qt::flush;
}

} // namespace

void Console::line(const QString &text)
{
    endProgress();
    QTextStream(stdout) << shownOnOneLine(text) << Qt::endl;
}

void Console::json(const QJsonObject &object)
{
    endProgress();
    writeJson(QJsonDocument(object));
}

void Console::json(const QJsonArray &array)
{
    endProgress();
    writeJson(QJsonDocument(array));
}

void Console::jsonLine(const QJsonObject &object)
{
    endProgress();
    QTextStream(stdout) << QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) << Qt::endl;
}

void Console::table(const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], row[column].size());
    }
    for (const QStringList &row : rows) {
        QString text;
        for (qsizetype column = 0; column < row.size(); ++column)
            text += column + 1 == row.size() ? row[column] : row[column].leftJustified(widths[column] + 2);
        line(text);
    }
}

void Console::problem(const QString &sentence)
{
    endProgress();
    QTextStream(stderr) << "holdfastctl: " << shownOnOneLine(sentence) << Qt::endl;
}

void Console::progress(const QString &text)
{
    if (!somebodyWatches())
        return;
    m_progressStands = true;
    QTextStream(stderr) << "\r\033[K" << shownOnOneLine(text) << Qt::flush;
}

void Console::endProgress()
{
    if (m_progressStands)
        QTextStream(stderr) << "\r\033[K" << Qt::flush;
    m_progressStands = false;
}

} // namespace Holdfast
