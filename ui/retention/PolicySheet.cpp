// SPDX-License-Identifier: GPL-3.0-or-later
#include "retention/PolicySheet.h"

#include "domain/ShownText.h"
#include "domain/WhenFinished.h"
#include "look/ConflictLine.h"
#include "look/NumberBox.h"
#include "look/RefusedEnter.h"
#include "look/Spacing.h"
#include "look/Text.h"
#include "retention/EffectsPanel.h"
#include "retention/PolicyWords.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr QSize usual(860, 560);
constexpr std::chrono::milliseconds settledAfter{300};
constexpr std::chrono::seconds askedAgainAfter{5};

/// What a choice of whose recordings it is for stands for.
void setScope(RetentionPolicy &policy, PolicyScope scope, bool isDefault, qint64 id)
{
    policy.appliesTo = scope;
    policy.isDefault = isDefault;
    policy.campaignId = scope == PolicyScope::Campaign ? std::optional(CampaignId{id}) : std::nullopt;
    policy.agentId = scope == PolicyScope::Agent ? std::optional(UserId{id}) : std::nullopt;
}

QVariant scopeData(const RetentionPolicy &policy)
{
    const qint64 id = policy.campaignId ? policy.campaignId->value : policy.agentId ? policy.agentId->value : 0;
    return QVariantList{static_cast<int>(policy.appliesTo), policy.isDefault, id};
}

} // namespace

PolicySheet::PolicySheet(Deed deed, const RetentionPolicy &policy, PolicyCalls calls, const AgentsAndCampaigns &names,
                         const Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_deed(deed)
    , m_policy(policy)
    , m_calls(calls)
    , m_names(names)
    , m_name(new QLineEdit(this))
    , m_days(new NumberBox(this))
    , m_refused(new QLabel(this))
    , m_scope(new QComboBox(this))
    , m_conflict(new ConflictLine(this))
    , m_effects(new EffectsPanel(clock))
    , m_state(new QLabel(this))
    , m_run(new QPushButton(this))
    , m_leave(new QPushButton(tr("Cancel"), this))
{
    resize(usual);
    build();
    fillScopes();
    fillWords();
    m_settled.setSingleShot(true);
    connect(&m_settled, &QTimer::timeout, this, &PolicySheet::preview);
    connect(m_name, &QLineEdit::textChanged, this, &PolicySheet::showWhatCanBeDone); // a name changes no day
    connect(m_days, &NumberBox::valueChanged, this, &PolicySheet::changed);
    connect(m_days, &NumberBox::typed, m_refused, &QLabel::hide);
    connect(m_days, &NumberBox::refused, this, [this](const QString &sentence) {
        m_refused->setText(sentence);
        m_refused->show();
        changed(); // a click on Save that made it leave the field is not meant for the days of before
    });
    connect(m_scope, &QComboBox::currentIndexChanged, this, &PolicySheet::changed);
    connect(m_run, &QPushButton::clicked, this, &PolicySheet::carryOut);
    connect(m_conflict, &ConflictLine::theirsWanted, this, [this] {
        m_mine = written();
        fillFields(m_policy);
    });
    connect(m_conflict, &ConflictLine::mineWanted, this, [this] { fillFields(m_mine); });
    connect(m_leave, &QPushButton::clicked, this, &PolicySheet::reject);
    new RefusedEnter(
        *this, *m_run, [this] { return m_isDoing ? QString() : missing(); },
        [this](const QString &sentence) {
            m_saysMissing = true;
            m_state->setText(sentence);
            showWhatCanBeDone();
        });
    preview();
}

void PolicySheet::build()
{
    m_name->setMaxLength(longestPolicyName);
    m_days->setRange(1, mostRetentionDays);
    m_days->setGroupSeparatorShown(true);
    m_days->setButtonSymbols(QAbstractSpinBox::NoButtons); // the arrow keys do
    m_days->setAccessibleName(tr("Days to keep"));
    m_days->findChild<QLineEdit *>()->setAccessibleName(m_days->accessibleName()); // what has the focus
    m_refused->setWordWrap(true);
    m_refused->setProperty("bad", true);
    m_refused->hide();
    m_scope->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setProperty("bad", true);
    auto *title = new QLabel(this);
    title->setObjectName(QStringLiteral("title"));
    title->setFont(titleFont());
    title->setTextFormat(Qt::PlainText);
    auto *form = new QFormLayout;
    form->setSpacing(Space::small);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Days to keep"), m_days);
    form->addRow(QString(), m_refused);
    form->addRow(tr("&For"), m_scope);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::small);
    buttons->addStretch();
    buttons->addWidget(m_leave);
    buttons->addWidget(m_run);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::wide, Space::wide, Space::wide, Space::large);
    column->setSpacing(Space::medium);
    column->addWidget(title);
    column->addLayout(form);
    column->addWidget(m_conflict);
    column->addWidget(m_effects, 1);
    column->addWidget(m_state);
    column->addLayout(buttons);
}

/// Each campaign and each agent, and whatever the policy is for now.
void PolicySheet::fillScopes()
{
    const auto add = [this](PolicyScope scope, bool isDefault, qint64 id) {
        RetentionPolicy policy;
        setScope(policy, scope, isDefault, id);
        if (m_scope->findData(scopeData(policy)) < 0)
            m_scope->addItem(policyScopeWords(policy, m_names), scopeData(policy));
    };
    add(PolicyScope::All, true, 0);
    for (const Campaign &campaign : m_names.campaigns())
        add(PolicyScope::Campaign, false, campaign.id.value);
    for (const Agent &agent : m_names.agents())
        add(PolicyScope::Agent, false, agent.id.value);
    fillFields(m_policy);
}

void PolicySheet::fillFields(const RetentionPolicy &policy)
{
    m_name->setText(policy.name);
    m_days->setValue(std::max(1, policy.retentionDays));
    if (m_scope->findData(scopeData(policy)) < 0)
        m_scope->addItem(policyScopeWords(policy, m_names), scopeData(policy));
    m_scope->setCurrentIndex(m_scope->findData(scopeData(policy)));
}

void PolicySheet::fillWords()
{
    const bool deletes = m_deed == Deed::Delete;
    const QString title = deletes                 ? tr("Delete “%1”").arg(shownOnOneLine(m_policy.name))
                          : m_policy.id.isValid() ? tr("Change “%1”").arg(shownOnOneLine(m_policy.name))
                                                  : tr("New retention policy");
    setWindowTitle(title);
    findChild<QLabel *>(QStringLiteral("title"))->setText(title);
    m_run->setText(deletes ? tr("Delete the policy") : tr("Save"));
    m_run->setProperty("primary", true);
    m_run->setDefault(!deletes);
    m_run->setAutoDefault(!deletes);
    for (QWidget *field :
         {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_days), static_cast<QWidget *>(m_scope)})
        field->setEnabled(!deletes);
    (deletes ? static_cast<QWidget *>(m_leave) : m_name)->setFocus();
}

RetentionPolicy PolicySheet::written() const
{
    RetentionPolicy policy = m_policy;
    policy.name = m_name->text().simplified();
    policy.retentionDays = m_days->value();
    const QVariantList scope = m_scope->currentData().toList();
    setScope(policy, static_cast<PolicyScope>(scope.at(0).toInt()), scope.at(1).toBool(), scope.at(2).toLongLong());
    return policy;
}

void PolicySheet::changed()
{
    m_isShown = false;
    ++m_turn;
    m_settled.start(settledAfter);
    showWhatCanBeDone();
}

void PolicySheet::preview()
{
    if (m_isDoing)
        return;
    RetentionPolicy policy = written();
    if (policy.name.isEmpty())
        policy.name = tr("New retention policy"); // the days do not depend on it
    const PolicyChange change{m_policy.id, m_deed == Deed::Delete ? std::nullopt : std::optional(policy)};
    m_effects->sayInstead(tr("Reckoning what would change…"));
    whenFinished(m_calls.preview(change), this, [this, turn = ++m_turn](const Result<PolicyEffects> &effects) {
        if (turn != m_turn)
            return;
        m_isShown = effects.has_value();
        m_isUnknown = !m_isShown;
        m_saysMissing = m_saysMissing && effects;
        if (!m_saysMissing)
            m_state->setText(effects ? m_told : effects.error().message);
        if (effects)
            m_effects->show(*effects);
        else
            m_effects->sayInstead(tr("What would change is not known."));
        if (!effects && mayRetry(effects.error().kind))
            m_settled.start(effects.error().retryAfter.value_or(askedAgainAfter));
        showWhatCanBeDone();
    });
    showWhatCanBeDone();
}

QString PolicySheet::missing() const
{
    return m_deed != Deed::Delete && written().name.isEmpty() ? tr("Give the policy a name.") : QString();
}

void PolicySheet::showWhatCanBeDone()
{
    if (m_saysMissing && missing().isEmpty()) {
        m_saysMissing = false;
        m_state->setText(m_told);
    }
    m_run->setEnabled(m_isShown && !m_isDoing && (m_deed == Deed::Delete || checkPolicy(written())));
    m_leave->setEnabled(!m_isDoing);
    m_state->setVisible(!m_state->text().isEmpty());
}

void PolicySheet::carryOut()
{
    m_isDoing = true;
    m_settled.stop();
    m_state->clear();
    showWhatCanBeDone();
    if (m_deed == Deed::Delete)
        whenFinished(m_calls.remove(m_policy.id, m_policy.revision), this,
                     [this](const Done &removed) { ended(removed); });
    else
        whenFinished(m_calls.save(written()), this,
                     [this](const Result<RetentionPolicy> &saved) { ended(saved ? Done() : fail(saved.error())); });
}

void PolicySheet::ended(const Done &done)
{
    m_isDoing = false;
    Q_EMIT this->done();
    if (done)
        return accept();
    if (done.error().kind == FailureKind::Outdated)
        return readTheirs(done.error());
    m_state->setText(done.error().kind == FailureKind::Unreachable
                         ? tr("The server gave no answer, so nobody knows whether it was done. Once it is back, look "
                              "at the policies first.")
                         : done.error().message);
    showWhatCanBeDone();
}

/// Somebody else has changed it since it was read here. What was written stays; what comes next is done to theirs.
void PolicySheet::readTheirs(const Failure &failure)
{
    m_isDoing = true;
    whenFinished(m_calls.all(), this, [this, failure](const Result<QList<RetentionPolicy>> &policies) {
        m_isDoing = false;
        const QList<RetentionPolicy> all = policies.value_or(QList<RetentionPolicy>());
        const auto theirs = std::ranges::find(all, m_policy.id, &RetentionPolicy::id);
        if (!policies)
            m_state->setText(failure.message + QLatin1Char(' ') + policies.error().message);
        else if (theirs == all.cend())
            m_state->setText(tr("It was deleted meanwhile, so it can't be changed any more. Close this, and make a new "
                                "policy where one is needed."));
        else
            meet(*theirs, failure.message);
        showWhatCanBeDone();
    });
}

void PolicySheet::meet(const RetentionPolicy &theirs, const QString &who)
{
    m_mine = written();
    m_policy = theirs;
    if (m_deed == Deed::Delete) {
        fillFields(theirs);
        m_told = tr("%1 Above is how it is now: delete it where that is still right.").arg(who);
        return preview();
    }
    m_conflict->say(who, tr("“%1”, %2, %n day(s)", nullptr, theirs.retentionDays)
                             .arg(shownOnOneLine(theirs.name), policyScopeWords(theirs, m_names)));
    preview();
}

/// It comes back from a new sign-in, without which the server tells nothing.
void PolicySheet::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (std::exchange(m_isUnknown, false))
        preview();
}

void PolicySheet::reject()
{
    if (!m_isDoing)
        QDialog::reject();
}

} // namespace Holdfast
