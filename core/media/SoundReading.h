// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/MediaContainer.h"

#include <QByteArray>
#include <QLatin1String>
#include <QList>

#include <chrono>
#include <optional>

namespace Holdfast {

/// What one of our own readers found out about the sound of a file by going through its structure, without a demuxer.
/// Internal to media. A reader that is in doubt about anything has no reading: then FFmpeg's packets are counted.
struct SoundReading
{
    QLatin1String codec;      ///< FFmpeg's name
    int channels = 0;         ///< as the header says; a decoder may say more
    int sampleRate = 0;       ///< Hz, likewise
    bool hasVideo = false;    ///< beside the sound
    bool incomplete = false;  ///< the last packet ends with the file
    bool mostlyNoise = false; ///< packets do not fill the file
    bool unbroken = false;    ///< one recording, with nothing between its packets: time stamps count right
    std::optional<std::chrono::milliseconds> duration; ///< of what decodes; none where time ran out
    std::optional<std::chrono::milliseconds> promised; ///< what a header of the file says itself, where it does

    QByteArray setup;               ///< what a decoder must know beforehand
    QList<QByteArray> firstPackets; ///< to be tried on a decoder; empty where checksums vouch for them
};

/// None where our own readers are in doubt, or have none for the container, or the file stopped.
std::optional<SoundReading> readSound(MediaFile &file, const ContainerFacts &container);

/// What comes out of the decoder for the first packets; none where nothing does.
struct FirstFrame
{
    int channels = 0;
    int sampleRate = 0; ///< Hz
};
std::optional<FirstFrame> decodeFirstPackets(const SoundReading &reading);

} // namespace Holdfast
