// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/Player.h"

#include "playback/SoundOutput.h"
#include "playback/TimeStretch.h"

#include <QThread>

#include <algorithm>
#include <utility>

namespace Holdfast {

namespace {

constexpr std::chrono::milliseconds backOnResume{1000};

} // namespace

struct Player::Engine
{
    QThread thread;
    SoundOutput *output = nullptr; ///< lives in the thread and is deleted there
    quint64 generation = 0;
    PlaybackState state = PlaybackState::Empty;
    bool wantsToPlay = false;
    bool wasPaused = false; ///< by the person: the next play goes back a little
    std::chrono::milliseconds position{0};
    std::chrono::milliseconds duration{0};
    double speed = 1.0;
    bool skipSilence = false;
    Volumes volumes;
    std::optional<PlaybackLoop> loop;
    bool isWaiting = false;

    template <class Work> void inSoundThread(Work work) const
    {
        QMetaObject::invokeMethod(output, std::move(work), Qt::QueuedConnection);
    }
};

Player::Player(QObject *parent)
    : QObject(parent)
    , m_engine(std::make_unique<Engine>())
{
    qRegisterMetaType<PlaybackState>();
    qRegisterMetaType<Failure>();
    qRegisterMetaType<std::chrono::milliseconds>("std::chrono::milliseconds");
    m_engine->output = new SoundOutput; // owned by the thread: the connection below deletes it there
    m_engine->output->moveToThread(&m_engine->thread);
    connect(&m_engine->thread, &QThread::finished, m_engine->output, &QObject::deleteLater);
    connect(m_engine->output, &SoundOutput::stateChanged, this, [this](quint64 generation, PlaybackState state) {
        if (generation != m_engine->generation || m_engine->state == state)
            return;
        m_engine->state = state;
        if (state != PlaybackState::Opening && state != PlaybackState::Paused)
            m_engine->wantsToPlay = state == PlaybackState::Playing;
        Q_EMIT stateChanged(state);
    });
    connect(m_engine->output, &SoundOutput::positionChanged, this,
            [this](quint64 generation, std::chrono::milliseconds position) {
                if (generation != m_engine->generation || m_engine->position == position)
                    return;
                m_engine->position = position;
                Q_EMIT positionChanged(position);
            });
    connect(m_engine->output, &SoundOutput::durationFound, this,
            [this](quint64 generation, std::chrono::milliseconds duration) {
                if (generation != m_engine->generation || m_engine->duration == duration)
                    return;
                m_engine->duration = duration;
                Q_EMIT durationChanged(duration);
            });
    connect(m_engine->output, &SoundOutput::waitingChanged, this, [this](quint64 generation, bool waiting) {
        if (generation != m_engine->generation || m_engine->isWaiting == waiting)
            return;
        m_engine->isWaiting = waiting;
        Q_EMIT waitingChanged(waiting);
    });
    connect(m_engine->output, &SoundOutput::failed, this, [this](quint64 generation, const Failure &failure) {
        if (generation != m_engine->generation)
            return;
        m_engine->wantsToPlay = false;
        Q_EMIT failed(failure);
    });
    m_engine->thread.setObjectName(QStringLiteral("sound"));
    m_engine->thread.start(QThread::TimeCriticalPriority);
}

Player::~Player()
{
    m_engine->thread.quit();
    m_engine->thread.wait();
}

void Player::open(std::shared_ptr<QIODevice> file, std::chrono::milliseconds expected)
{
    ++m_engine->generation;
    m_engine->wantsToPlay = false;
    m_engine->wasPaused = false;
    m_engine->position = {};
    m_engine->duration = expected;
    forgetRecording();
    m_engine->state = PlaybackState::Opening;
    m_engine->inSoundThread([output = m_engine->output, generation = m_engine->generation, file = std::move(file),
                             expected]() mutable { output->open(generation, std::move(file), expected); });
    Q_EMIT stateChanged(m_engine->state);
    Q_EMIT durationChanged(expected);
    Q_EMIT positionChanged(m_engine->position);
}

/// What goes with the recording that was here.
void Player::forgetRecording()
{
    if (std::exchange(m_engine->isWaiting, false))
        Q_EMIT waitingChanged(false);
    if (std::exchange(m_engine->loop, std::nullopt))
        Q_EMIT mannerChanged();
}

void Player::play()
{
    if (m_engine->wasPaused && m_engine->state == PlaybackState::Paused)
        seek(std::max(m_engine->position - backOnResume, std::chrono::milliseconds(0)));
    m_engine->wasPaused = false;
    m_engine->wantsToPlay = true;
    m_engine->inSoundThread([output = m_engine->output] { output->play(); });
}

void Player::pause()
{
    m_engine->wasPaused = m_engine->state == PlaybackState::Playing;
    m_engine->wantsToPlay = false;
    m_engine->inSoundThread([output = m_engine->output] { output->pause(); });
}

void Player::togglePlay()
{
    m_engine->wantsToPlay ? pause() : play();
}

void Player::seek(std::chrono::milliseconds position)
{
    m_engine->wasPaused = false;
    m_engine->inSoundThread([output = m_engine->output, position] { output->seek(position); });
}

void Player::setSpeed(double speed)
{
    m_engine->speed = std::clamp(speed, TimeStretch::slowest, TimeStretch::fastest);
    m_engine->inSoundThread([output = m_engine->output, wanted = m_engine->speed] { output->setSpeed(wanted); });
    Q_EMIT mannerChanged();
}

void Player::setSkipSilence(bool skip)
{
    m_engine->skipSilence = skip;
    m_engine->inSoundThread([output = m_engine->output, skip] { output->setSkipSilence(skip); });
    Q_EMIT mannerChanged();
}

void Player::setVolumes(Volumes volumes)
{
    m_engine->volumes = {std::clamp(volumes.left, 0.0, 1.0), std::clamp(volumes.right, 0.0, 1.0)};
    m_engine->inSoundThread([output = m_engine->output, wanted = m_engine->volumes] { output->setVolumes(wanted); });
    Q_EMIT mannerChanged();
}

void Player::setLoop(const std::optional<PlaybackLoop> &loop)
{
    m_engine->loop = loop && loop->from < loop->to ? loop : std::nullopt;
    m_engine->inSoundThread([output = m_engine->output, wanted = m_engine->loop] { output->setLoop(wanted); });
    Q_EMIT mannerChanged();
}

void Player::close()
{
    ++m_engine->generation;
    m_engine->wantsToPlay = false;
    m_engine->position = {};
    m_engine->duration = {};
    m_engine->state = PlaybackState::Empty;
    forgetRecording();
    m_engine->inSoundThread([output = m_engine->output] { output->close(); });
    Q_EMIT stateChanged(m_engine->state);
    Q_EMIT durationChanged(m_engine->duration);
    Q_EMIT positionChanged(m_engine->position);
}

PlaybackState Player::state() const
{
    return m_engine->state;
}

std::chrono::milliseconds Player::position() const
{
    return m_engine->position;
}

std::chrono::milliseconds Player::duration() const
{
    return m_engine->duration;
}

double Player::speed() const
{
    return m_engine->speed;
}

bool Player::skipsSilence() const
{
    return m_engine->skipSilence;
}

Volumes Player::volumes() const
{
    return m_engine->volumes;
}

std::optional<PlaybackLoop> Player::loop() const
{
    return m_engine->loop;
}

bool Player::isWaiting() const
{
    return m_engine->isWaiting;
}

} // namespace Holdfast
