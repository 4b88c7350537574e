using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Events;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Beffroi.Eva.Player.Tests;

/// <summary>The promise of the queue, on a network that loses requests and replies and a page that is closed and opened again.</summary>
public sealed class OutboxDeliveryTests
{
    private static readonly Guid Evaluation = new("33333333-3333-3333-3333-333333333333");

    private enum Happens
    {
        Event,
        TimePasses,
        RequestsAreLost,
        RepliesAreLost,
        NetworkWorks,
        PageIsReloaded,
    }

    [Fact]
    public void Every_event_arrives_at_least_once_in_order_of_position_whatever_the_network_and_reloads() =>
        Gen.Select(Gen.Int[0, 5].Select(value => (Happens)value).List[1, 80], Gen.Int[1, 2]).Sample((story, sessions) =>
        {
            var server = new FakeServer();
            var shelf = new FakeShelf();
            var written = new List<(Guid, int)>();
            OneThread.Run(() => Live(story, sessions, server, shelf, written));

            Assert.Equal(written.Order(), server.Kept.Order());
            foreach (var session in server.Kept.GroupBy(kept => kept.Session))
            {
                Assert.Equal(session.Select(kept => kept.Position).Order(), session.Select(kept => kept.Position));
            }

            Assert.All(server.Batches, batch => Assert.InRange(batch, 1, Outbox.LargestBatch));
            Assert.Equal(0, shelf.Count);
        }, iter: 1000);

    private static async Task Live(List<Happens> story, int sessions, FakeServer server, FakeShelf shelf, List<(Guid, int)> written)
    {
        var clock = new FakeTimeProvider(Plays.Morning);
        var page = new PageLife(server, shelf, clock, sessions);
        foreach (var happens in story)
        {
            switch (happens)
            {
                case Happens.Event: written.Add(page.Write()); break;
                case Happens.TimePasses: clock.Advance(TimeSpan.FromSeconds(3)); break;
                case Happens.RequestsAreLost: server.Network = FakeServer.Line.LosesRequests; break;
                case Happens.RepliesAreLost: server.Network = FakeServer.Line.LosesReplies; break;
                case Happens.NetworkWorks: server.Network = FakeServer.Line.Works; break;
                case Happens.PageIsReloaded:
                    page.Dispose();
                    page = new PageLife(server, shelf, clock, sessions);
                    break;
            }

            await OneThread.Settle();
        }

        server.Network = FakeServer.Line.Works;
        for (var minute = 0; minute < 10 && page.State != Saving.Saved; minute++)
        {
            clock.Advance(Backoff.Longest);
            await OneThread.Settle();
        }

        Assert.Equal(Saving.Saved, page.State);
        page.Dispose();
    }

    /// <summary>Keeps events once by (session, position), as the real one does.</summary>
    private sealed class FakeServer
    {
        public enum Line
        {
            Works,
            LosesRequests,
            LosesReplies,
        }

        public Line Network { get; set; } = Line.Works;

        public List<(Guid Session, int Position)> Kept { get; } = [];

        public List<int> Batches { get; } = [];

        public async Task<Delivery> Post(EventBatch batch)
        {
            Batches.Add(batch.Events.Count);
            if (Network == Line.LosesRequests)
            {
                await Task.Yield();
                return Delivery.Unreachable;
            }

            Kept.AddRange(batch.Events.Select(happened => (happened.SessionId, happened.Position)).Where(line => !Kept.Contains(line)));
            await Task.Yield();
            return Network == Line.LosesReplies ? Delivery.Unreachable : Delivery.Received;
        }
    }

    /// <summary>One life of the page: from its opening to its closing.</summary>
    private sealed class PageLife : IDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly Outbox _outbox;
        private readonly List<(Guid Session, Journal Journal)> _journals;
        private readonly FakeShelf _shelf;
        private int _turn;

        public PageLife(FakeServer server, FakeShelf shelf, TimeProvider clock, int sessions)
        {
            _shelf = shelf;
            _outbox = new Outbox(Evaluation, server.Post, shelf, clock);
            _journals = [.. Enumerable.Range(1, sessions).Select(number => new Guid(number, 0, 0, new byte[8])).Select(session => (session, new Journal(
                Plays.Questions(next: server.Kept.Where(kept => kept.Session == session).Select(kept => kept.Position + 1).DefaultIfEmpty(0).Max()) with { SessionId = session },
                _outbox,
                clock)))];
            _ = _outbox.Run(_stop.Token);
        }

        public Saving State => _outbox.State;

        public (Guid Session, int Position) Write()
        {
            var (session, journal) = _journals[_turn++ % _journals.Count];
            var before = _shelf.All(Evaluation).ToHashSet();
            journal.Write(EventNames.VisibilityChanged);
            var written = _shelf.All(Evaluation).Single(happened => !before.Contains(happened));
            Assert.Equal(session, written.SessionId);
            return (session, written.Position);
        }

        /// <summary>Closed at any moment: nothing is said to the queue but to stop.</summary>
        public void Dispose()
        {
            _stop.Cancel();
            _stop.Dispose();
        }
    }
}
