// SPDX-License-Identifier: GPL-3.0-or-later
#include "player/CallFigures.h"

#include "domain/Recording.h"
#include "look/Spacing.h"
#include "look/Text.h"

#include <QPainter>

#include <algorithm>

namespace Holdfast {

namespace {

using std::chrono::milliseconds;

constexpr int stripWidth = 96;
constexpr int stripHeight = 6;
constexpr double tooQuiet = -40;             // LUFS: speech that needs the volume turned up all the way
constexpr milliseconds audibleClipping{200}; // less than this nobody hears

double shareOf(milliseconds part, const CallAnalysis &analysis)
{
    const auto whole = static_cast<double>(analysis.length().count());
    return whole > 0 ? static_cast<double>(part.count()) / whole : 0;
}

QString percent(milliseconds part, const CallAnalysis &analysis)
{
    return ltr(CallFigures::tr("%1 %", "a share").arg(qRound(100 * shareOf(part, analysis))));
}

QString nameOf(int channel, AgentChannel agent)
{
    if (agent == AgentChannel::Unknown)
        return channel == 0 ? CallFigures::tr("left", "a channel") : CallFigures::tr("right", "a channel");
    return sideOf(channel, agent) == CallSide::Agent ? CallFigures::tr("agent") : CallFigures::tr("customer");
}

QString noSoundOn(int channel, AgentChannel agent)
{
    const QString name = nameOf(channel, agent);
    return (agent == AgentChannel::Unknown ? CallFigures::tr("There is no sound on the %1 channel.")
                                           : CallFigures::tr("There is no sound on the %1's side."))
        .arg(name);
}

QString veryQuiet(int channel, AgentChannel agent)
{
    const QString name = nameOf(channel, agent);
    return (agent == AgentChannel::Unknown ? CallFigures::tr("The %1 channel is very quiet.")
                                           : CallFigures::tr("The %1's side is very quiet."))
        .arg(name);
}

/// The channels of a sound, the agent's first.
QList<int> agentFirst(qsizetype channels, AgentChannel agent)
{
    if (channels != 2)
        return channels == 0 ? QList<int>() : QList<int>{0};
    return {*channelOf(CallSide::Agent, agent), *channelOf(CallSide::Customer, agent)};
}

} // namespace

CallFigures::CallFigures(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
}

void CallFigures::show(const std::optional<CallAnalysis> &analysis, AgentChannel agent)
{
    m_analysis = analysis;
    m_agent = agent;
    setVisible(analysis.has_value());
    if (!analysis)
        return;
    setAccessibleName(words(*analysis, agent) + QLatin1Char(' ') + warning(*analysis, agent));
    setToolTip(details(*analysis, agent));
    update();
}

QString CallFigures::words(const CallAnalysis &analysis, AgentChannel agent)
{
    QStringList parts;
    if (analysis.talk.size() == 2) {
        const QList<int> channels = agentFirst(2, agent);
        const bool isKnown = agent != AgentChannel::Unknown;
        parts.append((isKnown ? tr("Agent talks %1") : tr("Left channel talks %1"))
                         .arg(percent(analysis.talk.at(channels.first()), analysis)));
        parts.append((isKnown ? tr("customer %1") : tr("right channel %1"))
                         .arg(percent(analysis.talk.at(channels.last()), analysis)));
    } else if (!analysis.talk.isEmpty()) {
        parts.append(tr("Somebody talks %1").arg(percent(analysis.talk.at(0), analysis)));
    }
    QString nobody = tr("nobody %1").arg(percent(analysis.silence, analysis));
    if (analysis.longestSilence.count() >= 1000)
        nobody += tr(", longest %1 at %2")
                      .arg(ltr(durationText(analysis.longestSilence)), ltr(durationText(analysis.longestSilenceStart)));
    parts.append(nobody);
    return parts.join(QStringLiteral(" · "));
}

QString CallFigures::warning(const CallAnalysis &analysis, AgentChannel agent)
{
    QStringList parts;
    for (const int channel : analysis.deadChannels)
        parts.append(noSoundOn(channel, agent));
    if (analysis.clipped >= audibleClipping)
        parts.append(
            tr("It is distorted: too loud for %1 s.").arg(std::max<qint64>(1, analysis.clipped.count() / 1000)));
    for (const int channel : agentFirst(analysis.loudness.size(), agent))
        if (const auto loudness = analysis.loudness.at(channel);
            loudness && *loudness < tooQuiet && !analysis.deadChannels.contains(channel))
            parts.append(analysis.loudness.size() == 2 ? veryQuiet(channel, agent) : tr("It is very quiet."));
    return parts.join(QLatin1Char(' '));
}

QString CallFigures::details(const CallAnalysis &analysis, AgentChannel agent)
{
    QStringList lines;
    if (analysis.talk.size() == 2)
        lines.append(
            tr("Both at once: %1 (%2)").arg(durationText(analysis.overlap), percent(analysis.overlap, analysis)));
    lines.append(tr("Nobody: %1").arg(durationText(analysis.silence)));
    for (const int channel : agentFirst(analysis.loudness.size(), agent))
        if (const auto loudness = analysis.loudness.at(channel))
            lines.append((analysis.loudness.size() == 2 ? tr("Loudness, %1: %2 LUFS").arg(nameOf(channel, agent))
                                                        : tr("Loudness: %2 LUFS"))
                             .arg(*loudness, 0, 'f', 1));
    if (analysis.clipped.count() > 0)
        lines.append(tr("Cut off at full scale: %1 ms").arg(analysis.clipped.count()));
    return lines.join(QLatin1Char('\n'));
}

QSize CallFigures::sizeHint() const
{
    return {200, QFontMetrics(smallFont()).height()};
}

void CallFigures::paintEvent(QPaintEvent *)
{
    if (!m_analysis)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool leftToRight = layoutDirection() == Qt::LeftToRight;
    const QRectF strip(leftToRight ? 0 : width() - stripWidth, (height() - stripHeight) / 2.0, stripWidth, stripHeight);
    QColor quiet = mutedColor(palette());
    quiet.setAlphaF(0.35F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(quiet);
    painter.drawRoundedRect(strip, 2, 2);
    QColor customer = accentColor(palette());
    customer.setAlphaF(0.55F);
    double x = strip.left();
    for (const int channel : agentFirst(m_analysis->talk.size(), m_agent)) {
        // What both say at once is given to each by half, so that the strip is the whole call.
        const milliseconds own = m_analysis->talk.at(channel) - m_analysis->overlap / 2;
        const double part = std::max(0.0, shareOf(own, *m_analysis)) * stripWidth;
        const bool isCustomers = m_analysis->talk.size() == 2 && sideOf(channel, m_agent) == CallSide::Customer;
        painter.setBrush(isCustomers ? customer : accentColor(palette()));
        painter.drawRect(QRectF(x, strip.top(), part, stripHeight));
        x += part;
    }
    const QRect line = leftToRight ? rect().adjusted(stripWidth + Space::small, 0, 0, 0)
                                   : rect().adjusted(0, 0, -stripWidth - Space::small, 0);
    painter.setFont(smallFont());
    const QFontMetrics metrics = painter.fontMetrics();
    const QString wrong = warning(*m_analysis, m_agent);
    const auto alignment = Qt::AlignVCenter | (leftToRight ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute;
    painter.setPen(wrong.isEmpty() ? mutedColor(palette()) : warnColor(palette()));
    const QString said =
        wrong.isEmpty() ? words(*m_analysis, m_agent) : wrong + QLatin1Char(' ') + words(*m_analysis, m_agent);
    // In its own direction, whatever that of the window is.
    painter.drawText(line, alignment,
                     QChar(0x2068) + metrics.elidedText(said, Qt::ElideRight, line.width()) + QChar(0x2069));
}

} // namespace Holdfast
