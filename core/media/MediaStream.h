// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/DemuxerView.h"
#include "media/MediaContainer.h"
#include "media/MediaFile.h"

#include <memory>

struct AVCodecContext;
struct AVFormatContext;
struct AVFrame;
struct AVPacket;
struct AVStream;
struct SwrContext;

namespace Holdfast {

struct LibavDeleter
{
    void operator()(AVFormatContext *context) const;
    void operator()(AVCodecContext *context) const;
    void operator()(AVFrame *frame) const;
    void operator()(AVPacket *packet) const;
    void operator()(SwrContext *context) const;
};
template <class T> using LibavPointer = std::unique_ptr<T, LibavDeleter>;

/// FFmpeg's demuxer of one container over a MediaFile: it opens nothing else, guesses nothing and logs nothing.
/// Internal to media; the file outlives it.
class MediaStream
{
public:
    /// UnsupportedMedia where the container can't be opened; the file's own failure where that stopped.
    static Result<std::unique_ptr<MediaStream>> open(MediaFile &file, const ContainerFacts &container);
    ~MediaStream();

    AVFormatContext &context() { return *m_context; }
    MediaContainer container() const { return m_container; }
    AVStream *sound() const { return m_sound; }     ///< the first stream of sound, or null
    AVStream *picture() const { return m_picture; } ///< the first that moves, or null
    bool hasNextPacket(AVPacket &packet);           ///< reads it; false at the end and when the file stopped
    void readOnly(const AVStream *stream);          ///< the packets of all others are passed over

    /// To be called before any of FFmpeg's work: no word of its own, no memory without a bound.
    static void prepareLibrary();

    /// A decoder for the stream, or null where there is none or it refuses.
    static LibavPointer<AVCodecContext> decoderFor(const AVStream &stream);

private:
    MediaStream(MediaFile &file, const ContainerFacts &container);

    Done start(const ContainerFacts &container);
    bool headerSaysAll() const;
    void chooseStreams();
    static int readCallback(void *self, uint8_t *buffer, int length);
    static int64_t seekCallback(void *self, int64_t offset, int whence);

    MediaFile &m_file;
    DemuxerView m_view;
    MediaContainer m_container;
    qint64 m_position = 0;
    LibavPointer<AVFormatContext> m_context;
    AVStream *m_sound = nullptr;
    AVStream *m_picture = nullptr;
};

} // namespace Holdfast
