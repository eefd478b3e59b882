#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The document's Python against the server: the printed class, its usage example, the snippets, and the printed JSON.

Debian's own interpreter is named above because python3-requests is installed for that one.
"""
import contextlib
import hashlib
import io
import json
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import unittest
from datetime import datetime, timedelta, timezone

import requests

URL = os.environ['HOLDFAST_URL']
EXAMPLES = pathlib.Path(os.environ['HOLDFAST_EXAMPLES'])


def printed(name, **given):
    """What an example declares; `given` is what it takes from around it."""
    names = {'__name__': 'printed', **given}
    exec(compile((EXAMPLES / name).read_text(), name, 'exec'), names)
    return names


RecordingAPIClient = printed('python-example.py')['RecordingAPIClient']


def sign_in(user):
    answer = requests.post(f'{URL}/api/auth/login', json={'username': user, 'password': 'holdfast-demo'})
    answer.raise_for_status()
    return answer.json()


def client_of(user):
    return RecordingAPIClient(URL, sign_in(user)['token'])


def tone(seconds):
    """A WAV; no two calls give the same bytes, so that nothing is found in place of another."""
    name = f'tone-{os.urandom(4).hex()}.wav'
    subprocess.run(['ffmpeg', '-nostdin', '-v', 'error', '-f', 'lavfi', '-i', f'anoisesrc=d={seconds}:r=8000', name],
                   check=True)
    return pathlib.Path(name)


def upload(client, path, lead=1, **fields):
    # The session's own Content-Type is JSON's, so an upload goes past it.
    with path.open('rb') as file:
        answer = requests.post(f'{URL}/api/recordings', headers={'Authorization': f'Bearer {client.token}'},
                               data={'leadId': lead, **fields}, files={'file': file})
    answer.raise_for_status()
    return answer.json()


def sha256(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


class Snippets(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sam = client_of('sam')
        cls.alice = client_of('alice')
        cls.bob = client_of('bob')
        cls.call = tone(3)
        cls.recording = upload(cls.alice, cls.call, disposition='sale')

    def refused(self, status, deed, *arguments):
        """The server's message; the printed class itself only tells the code."""
        with self.assertRaises(requests.HTTPError) as raised:
            deed(*arguments)
        self.assertEqual(raised.exception.response.status_code, status)
        return raised.exception.response.json()['message']

    # The class

    def test_search_pages_and_filters(self):
        found = self.sam.search_recordings()
        self.assertIn(self.recording['id'], [one['id'] for one in found])
        first, second = (self.sam.search_recordings(limit=1, offset=offset) for offset in (0, 1))
        self.assertEqual([first[0]['id'], second[0]['id']], [one['id'] for one in found[:2]])
        agent = self.recording['agentId']
        self.assertEqual({one['agentId'] for one in self.sam.search_recordings(agent_id=agent)}, {agent})
        self.assertEqual({one['campaignId'] for one in self.sam.search_recordings(campaign_id=2)}, {2})
        since = self.recording['uploadedAt']
        self.assertTrue(all(one['uploadedAt'] >= since for one in self.sam.search_recordings(start_date=since)))
        self.assertTrue(all(one['uploadedAt'] <= since for one in self.sam.search_recordings(end_date=since)))
        self.assertIn(self.recording['id'],
                      [one['id'] for one in self.sam.search_recordings(start_date=since, end_date=since)])

    def test_an_agent_sees_its_own_alone(self):
        self.assertEqual({one['agentId'] for one in self.alice.search_recordings()}, {self.recording['agentId']})
        self.assertEqual(self.refused(403, self.bob.get_recording, self.recording['id']),
                         'User does not have permission to access this recording')
        for deed in (self.alice.get_storage_stats, self.alice.get_retention_policies):
            self.refused(403, deed)
        self.refused(403, self.alice.set_compliance_hold, self.recording['id'], True)
        self.refused(403, self.alice.delete_recording, self.recording['id'])

    def test_details_tell_what_was_uploaded(self):
        got = self.alice.get_recording(self.recording['id'])
        self.assertEqual(got['fileSize'], self.call.stat().st_size)
        self.assertEqual(got['sha256'], sha256(self.call))
        self.assertEqual((got['format'], got['durationSeconds'], got['metadata']['disposition']), ('wav', 3, 'sale'))
        self.assertEqual(got['metadata']['agentName'], 'Alice Penrose')

    def test_a_download_is_what_was_uploaded(self):
        self.alice.download_recording(self.recording['id'], 'class.wav')
        self.assertEqual(sha256('class.wav'), sha256(self.call))
        with self.assertRaises(requests.HTTPError):
            self.bob.download_recording(self.recording['id'], 'others.wav')
        self.assertFalse(pathlib.Path('others.wav').exists())

    def test_a_held_recording_stays_and_a_released_one_goes(self):
        recording = upload(self.alice, self.call)['id']
        self.assertTrue(self.sam.set_compliance_hold(recording, True)['complianceHold'])
        self.assertEqual(self.refused(403, self.sam.delete_recording, recording),
                         'Cannot delete recording under compliance hold')
        self.assertFalse(self.sam.set_compliance_hold(recording, False)['complianceHold'])
        self.assertIsNone(self.sam.delete_recording(recording))
        self.assertEqual(self.refused(404, self.sam.get_recording, recording), 'Recording not found')
        self.assertEqual(self.refused(404, self.sam.delete_recording, recording), 'Recording not found')

    def test_policies_are_made_listed_and_refused_with_a_reason(self):
        made = self.sam.create_retention_policy('Office, half a year', 180, 'CAMPAIGN', campaign_id=2)
        self.assertIn(made, self.sam.get_retention_policies())
        self.assertEqual(self.refused(409, self.sam.create_retention_policy, 'again', 90, 'CAMPAIGN', 2),
                         'Retention policy already exists for this campaign')
        self.assertEqual(self.refused(400, self.sam.create_retention_policy, 'none', 0, 'CAMPAIGN', 2),
                         'retention_days must be positive')

    def test_a_token_that_is_no_more_is_told_apart(self):
        gone = client_of('alice')
        requests.post(f'{URL}/api/auth/logout', headers={'Authorization': f'Bearer {gone.token}'}).raise_for_status()
        for client in (gone, RecordingAPIClient(URL, 'no.such.token')):
            with self.assertRaisesRegex(ValueError, 'Unauthorized'):
                client.get_recording(self.recording['id'])

    def test_the_usage_example_runs_as_a_program(self):
        # It makes a policy for campaign 10; the demo has three.
        ada = sign_in('ada')['token']
        campaign = 0
        while campaign < 10:
            campaign = requests.post(f'{URL}/api/campaigns', headers={'Authorization': f'Bearer {ada}'},
                                     json={'name': os.urandom(4).hex()}).json()['id']
        program = (EXAMPLES / 'python-example.py').read_text()
        program = program.replace('http://localhost:3000', URL).replace('your_jwt_token', self.sam.token)
        newest = upload(self.alice, tone(1))
        done = subprocess.run([sys.executable, '-c', program], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stderr), (0, ''))
        self.assertRegex(done.stdout, f"Found [0-9]+ recordings\nDownloaded recording {newest['id']}\n"
                                      r'Storage usage: [0-9]+\.[0-9]%' '\nTotal files: [0-9]+\n'
                                      'Created policy: High-priority calls - 1 year\n')
        self.assertEqual(sha256(f"recording_{newest['id']}.wav"), newest['sha256'])

    # The snippets

    def test_a_large_file_streams_to_disk(self):
        download_recording = printed('2-downloading-large-files.py')['download_recording']
        large = tone(200)  # more than three of the snippet's chunks
        self.assertGreater(large.stat().st_size, 3 * 1024 * 1024)
        recording = upload(self.alice, large)
        download_recording(self.alice, recording['id'], 'streamed.wav')
        self.assertEqual(sha256('streamed.wav'), sha256(large))

    def test_legal_recordings_are_protected_by_a_client_that_can_search_for_a_lead(self):
        protect = printed('3-compliance-hold-management.py')['protect_legal_recordings']
        theirs = [upload(self.alice, self.call, lead=9)['id'] for _ in range(2)]
        # The two printed pieces don't fit each other: the class' search takes no lead.
        with self.assertRaisesRegex(TypeError, 'lead_id'):
            protect(self.sam, 9)
        self.assertFalse(any(self.sam.get_recording(id)['complianceHold'] for id in theirs))

        class WithLeads(RecordingAPIClient):
            def search_recordings(self, lead_id):
                return self._handle_response(
                    self.session.get(f'{self.base_url}/api/recordings', params={'leadId': lead_id}))

        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            protect(WithLeads(URL, self.sam.token), 9)
        self.assertEqual(set(said.getvalue().splitlines()), {f'Protected recording {id}' for id in theirs})
        self.assertTrue(all(self.sam.get_recording(id)['complianceHold'] for id in theirs))
        self.assertFalse(self.sam.get_recording(self.recording['id'])['complianceHold'])

    def test_exhaustion_is_predicted_from_a_week_of_days(self):
        predict = printed('4-monitoring-storage.py', datetime=datetime, timedelta=timedelta)['predict_storage_exhaustion']
        self.assertIsNone(predict(self.sam.get_storage_stats()))  # the demo is three days old
        # A week can't be waited for: the server's table of days is told that it began ten days earlier.
        with contextlib.closing(sqlite3.connect(pathlib.Path(os.environ['HOLDFAST_DATA']) / 'holdfast.db')) as database:
            database.execute('UPDATE storage_days SET day = day - 10')
            database.commit()
        stats = self.sam.get_storage_stats()
        self.assertGreaterEqual(len(stats['dailyUsage']), 11)
        prediction = predict(stats)
        recent = stats['dailyUsage'][:7]
        self.assertEqual([day['date'] for day in recent], sorted((day['date'] for day in recent), reverse=True))
        self.assertAlmostEqual(prediction['dailyGrowthGB'], sum(day['totalSizeBytes'] for day in recent) / 7e9)
        self.assertGreater(prediction['daysUntilFull'], 0)
        self.assertGreater(datetime.fromisoformat(prediction['projectedFullDate']), datetime.now())

    def test_the_next_poll_finds_what_came_since_the_last(self):
        before = datetime.now(timezone.utc).isoformat(timespec='milliseconds').replace('+00:00', 'Z')
        recording = upload(self.alice, self.call)['id']
        self.assertIn(recording, [one['id'] for one in self.sam.search_recordings(start_date=before)])

    # The answers that the document shows

    def shown(self, name):
        return json.loads((EXAMPLES / f'{name}.json').read_text())

    def holds_all_of(self, shown, got, where):
        """Every printed field is there, of the printed kind; null stands for none."""
        if isinstance(shown, dict):
            for key, value in shown.items():
                self.assertIn(key, got, where)
                self.holds_all_of(value, got[key], f'{where}.{key}')
        elif isinstance(shown, list):
            self.assertIsInstance(got, list, where)
            self.holds_all_of(shown[0], got[0], f'{where}[0]')
        elif isinstance(shown, (bool, str)):
            self.assertIsInstance(got, type(shown), where)
            if isinstance(shown, str) and re.match(r'\d{4}-\d\d-\d\dT', shown):
                self.assertRegex(got, r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$', where)
        elif shown is not None:
            self.assertIsInstance(got, (int, float), where)
            self.assertNotIsInstance(got, bool, where)

    def test_the_answers_have_every_printed_field(self):
        policy = self.sam.create_retention_policy('Everything else', 90, 'ALL', is_default=True)
        self.holds_all_of(self.shown('9-create-retention-policy-2'), {**policy, 'campaignId': 5}, 'made')
        self.holds_all_of(self.shown('8-get-retention-policy'), policy, 'policy')
        self.holds_all_of(self.shown('7-get-all-retention-policies'), self.sam.get_retention_policies(), 'policies')
        renewed = self.sam.session.put(f"{URL}/api/retention-policies/{policy['id']}",
                                       json={**policy, 'retentionDays': 91}).json()
        self.assertEqual((renewed['retentionDays'], renewed['createdAt']), (91, policy['createdAt']))
        recording = upload(self.alice, self.call, campaignId=2, disposition='sale')['id']
        self.holds_all_of(self.shown('1-search-recordings'), self.sam.search_recordings(), 'found')
        self.holds_all_of(self.shown('2-get-recording-details'), self.sam.get_recording(recording), 'details')
        self.holds_all_of(self.shown('12-get-storage-statistics'), self.sam.get_storage_stats(), 'stats')

    def test_the_printed_errors_are_answered_word_for_word(self):
        held = upload(self.alice, self.call)['id']
        self.sam.set_compliance_hold(held, True)
        self.sam.create_retention_policy('Care', 90, 'CAMPAIGN', campaign_id=3)
        made = {'name': 'x', 'appliesTo': 'CAMPAIGN', 'campaignId': 3, 'agentId': None, 'isDefault': False}
        policies = f'{URL}/api/retention-policies'
        answers = [
            (401, requests.get(f'{URL}/api/recordings')),
            (403, self.bob.session.get(f'{URL}/api/recordings/{held}')),
            (403, self.sam.session.delete(f'{URL}/api/recordings/{held}')),
            (404, self.sam.session.get(f'{URL}/api/recordings/999999')),
            (400, self.sam.session.post(policies, json={**made, 'retentionDays': 0})),
            (409, self.sam.session.post(policies, json={**made, 'retentionDays': 1})),
        ]
        names = ['error-examples'] + [f'error-examples-{number}' for number in range(2, 7)]
        for name, (status, answer) in zip(names, answers):
            self.assertEqual((answer.status_code, answer.json()), (status, self.shown(name)))

    def test_every_printed_python_example_was_run(self):
        self.assertEqual({path.name for path in EXAMPLES.glob('*.py')},
                         {'python-example.py', '2-downloading-large-files.py', '3-compliance-hold-management.py',
                          '4-monitoring-storage.py'})


if __name__ == '__main__':
    unittest.main(verbosity=2, warnings='ignore')  # the printed class never closes its session
