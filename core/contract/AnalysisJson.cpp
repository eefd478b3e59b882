// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/AnalysisJson.h"

#include "contract/JsonText.h"

#include <QJsonArray>

namespace Holdfast {

namespace {

using std::chrono::milliseconds;

constexpr qsizetype mostChannels = 2;
constexpr qint64 longest = qint64{24} * 366 * 100 * 3'600'000; // far from where reckoning with it overflows

bool isTime(qint64 value)
{
    return value >= 0 && value <= longest;
}

milliseconds timeFrom(JsonFields &fields, QLatin1String name)
{
    const qint64 value = fields.number(name);
    if (!isTime(value))
        fields.refuse(name, QStringLiteral("a time in milliseconds"));
    return milliseconds(value);
}

template <class Append> void eachFrom(JsonFields &fields, QLatin1String name, const QString &expected, Append append)
{
    const QJsonArray list = fields.list(name);
    bool isRight = list.size() <= mostChannels;
    for (const QJsonValue &value : list)
        isRight = isRight && append(value);
    if (!isRight)
        fields.refuse(name, expected);
}

} // namespace

void write(JsonText &json, QLatin1String name, const CallAnalysis &analysis)
{
    json.beginObject(name);
    json.addArray(QLatin1String("talkMs"), analysis.talk, [&](milliseconds talk) { json.write(qint64{talk.count()}); });
    json.add(QLatin1String("silenceMs"), qint64{analysis.silence.count()});
    json.add(QLatin1String("overlapMs"), qint64{analysis.overlap.count()});
    json.add(QLatin1String("longestSilenceMs"), qint64{analysis.longestSilence.count()});
    json.add(QLatin1String("longestSilenceStartMs"), qint64{analysis.longestSilenceStart.count()});
    json.addArray(QLatin1String("loudnessLufs"), analysis.loudness,
                  [&](const std::optional<double> &loudness) { json.write(loudness); });
    json.add(QLatin1String("clippedMs"), qint64{analysis.clipped.count()});
    json.addArray(QLatin1String("deadChannels"), analysis.deadChannels, [&](int channel) { json.write(channel); });
    json.endObject();
}

CallAnalysis analysisFrom(JsonFields &fields)
{
    CallAnalysis analysis;
    eachFrom(fields, QLatin1String("talkMs"), QStringLiteral("a time in milliseconds for each channel"),
             [&](const QJsonValue &value) {
                 const qint64 time = value.toInteger(-1);
                 analysis.talk.append(milliseconds(time));
                 return isTime(time);
             });
    analysis.silence = timeFrom(fields, QLatin1String("silenceMs"));
    analysis.overlap = timeFrom(fields, QLatin1String("overlapMs"));
    analysis.longestSilence = timeFrom(fields, QLatin1String("longestSilenceMs"));
    analysis.longestSilenceStart = timeFrom(fields, QLatin1String("longestSilenceStartMs"));
    eachFrom(fields, QLatin1String("loudnessLufs"), QStringLiteral("a number or null for each channel"),
             [&](const QJsonValue &value) {
                 analysis.loudness.append(value.isNull() ? std::nullopt : std::optional(value.toDouble()));
                 return value.isNull() || value.isDouble();
             });
    analysis.clipped = timeFrom(fields, QLatin1String("clippedMs"));
    eachFrom(fields, QLatin1String("deadChannels"), QStringLiteral("a list of channels, counted from 0"),
             [&](const QJsonValue &value) {
                 const qint64 channel = value.toInteger(-1);
                 analysis.deadChannels.append(static_cast<int>(channel));
                 return channel >= 0 && channel < mostChannels;
             });
    return analysis;
}

} // namespace Holdfast
