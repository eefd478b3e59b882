// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/Icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

namespace Holdfast {

namespace {

QString fileOf(Icon which)
{
    const auto named = [](const char *name) { return QStringLiteral(":/icons/%1.svg").arg(QLatin1String(name)); };
    switch (which) {
    case Icon::Leads:
        return named("leads");
    case Icon::Review:
        return named("review");
    case Icon::Retention:
        return named("retention");
    case Icon::Storage:
        return named("storage");
    case Icon::Audit:
        return named("audit");
    case Icon::People:
        return named("people");
    case Icon::Settings:
        return named("settings");
    case Icon::Server:
        return named("server");
    case Icon::Play:
        return named("play");
    case Icon::Pause:
        return named("pause");
    case Icon::Attach:
        return named("attach");
    case Icon::Retry:
        return named("retry");
    case Icon::Cancel:
        return named("cancel");
    case Icon::Save:
        return named("save");
    case Icon::Stored:
        return named("stored");
    case Icon::Waiting:
        return named("waiting");
    case Icon::Sending:
        return named("sending");
    case Icon::Problem:
        return named("problem");
    case Icon::Hold:
        return named("hold");
    case Icon::Search:
        return named("search");
    case Icon::SignOut:
        return named("signout");
    case Icon::Volume:
        return named("volume");
    case Icon::Silence:
        return named("silence");
    case Icon::Loop:
        return named("loop");
    case Icon::Note:
        return named("note");
    case Icon::Sun:
        return named("sun");
    case Icon::Moon:
        return named("moon");
    case Icon::Desktop:
        return named("desktop");
    case Icon::Holdfast:
        return named("holdfast");
    }
    Q_UNREACHABLE();
}

class PaletteIconEngine : public QIconEngine
{
public:
    PaletteIconEngine(Icon which, QColor color)
        : m_which(which)
        , m_color(std::move(color))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QFile file(fileOf(m_which));
        if (!file.open(QIODevice::ReadOnly))
            return;
        QByteArray drawing = file.readAll();
        drawing.replace("currentColor", colorOf(mode).name(QColor::HexRgb).toLatin1());
        QSvgRenderer(drawing).render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        painter.end();
        return QPixmap::fromImage(image);
    }

    QIconEngine *clone() const override { return new PaletteIconEngine(*this); }

private:
    QColor colorOf(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        case QIcon::Selected:
            return palette.color(QPalette::HighlightedText);
        case QIcon::Normal:
        case QIcon::Active:
            break;
        }
        return m_color.isValid() ? m_color : palette.color(QPalette::WindowText);
    }

    Icon m_which;
    QColor m_color;
};

} // namespace

QIcon icon(Icon which)
{
    return QIcon(new PaletteIconEngine(which, {})); // QIcon owns its engine
}

QIcon icon(Icon which, const QColor &color)
{
    return QIcon(new PaletteIconEngine(which, color));
}

QIcon appIcon()
{
    return QIcon(QStringLiteral(":/icons/app.svg"));
}

} // namespace Holdfast
