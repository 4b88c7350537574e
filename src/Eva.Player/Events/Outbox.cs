using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Events;

/// <summary>
/// Takes every event of an evaluation to the server at least once, in order of position, whatever the network does.
/// An event leaves memory and device only when a receipt covers it; the server keeps it once by (session, position).
/// </summary>
public sealed class Outbox
{
    /// <summary>A batch stays below 64 kB, the most a browser sends while a page closes.</summary>
    public const int LargestBatch = 50;

    /// <summary>Events that come together (an answer, the next question) travel together.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(200);

    private readonly Guid _evaluation;
    private readonly Post _post;
    private readonly IShelf _shelf;
    private readonly TimeProvider _clock;
    private readonly List<GameEvent> _pending;
    private readonly Dictionary<Guid, int> _next = [];
    private int _batchSize = LargestBatch;
    private TaskCompletionSource _wake = new();

    public Outbox(Guid evaluation, Post post, IShelf shelf, TimeProvider clock)
    {
        (_evaluation, _post, _shelf, _clock) = (evaluation, post, shelf, clock);
        _pending = [.. shelf.All(evaluation)
            .GroupBy(happened => happened.SessionId)
            .OrderBy(session => session.Min(happened => happened.Date))
            .SelectMany(session => session.OrderBy(happened => happened.Position))];
        _pending.ForEach(Use);
        foreach (var happened in shelf.Sent(evaluation))
        {
            Use(happened);
        }

        State = _pending.Count == 0 ? Saving.Saved : Saving.Sending;
    }

    public Action? Changed { get; set; }

    public Saving State { get; private set; }

    /// <summary>The first position that this device has not used, sent since or not: two events must never share one.</summary>
    public int NextPosition(Guid session) => _next.GetValueOrDefault(session);

    /// <summary>What this device knows of a play, sent or not.</summary>
    public IReadOnlyList<GameEvent> Known(Guid session) => [.. _shelf.Sent(_evaluation).Concat(_pending).Where(happened => happened.SessionId == session)];

    /// <summary>The end of this situation waits here, unknown to the server.</summary>
    public bool HoldsTheEndOf(string situation) =>
        _pending.Exists(happened => string.Equals(happened.Situation, situation, StringComparison.Ordinal) && string.Equals(happened.Name, EventNames.Finished, StringComparison.Ordinal));

    /// <summary>What the server does not have, in the words of the file that a person can carry.</summary>
    public AnswerFile ToFile() => new() { Format = AnswerFile.CurrentFormat, Evaluation = _evaluation, Events = [.. _pending.Concat(_shelf.Aside(_evaluation))] };

    public void Add(GameEvent happened)
    {
        _shelf.Keep(_evaluation, happened);
        _pending.Add(happened);
        Use(happened);
        if (State == Saving.Saved)
        {
            Become(Saving.Sending);
        }

        _wake.TrySetResult();
    }

    /// <summary>Tries again now: the network is back, or the person asks.</summary>
    public void Hurry() => _wake.TrySetResult();

    /// <summary>Sends until cancelled, one batch at a time: two at once could arrive in the wrong order.</summary>
    public async Task Run(CancellationToken stop)
    {
        var failures = 0;
        while (!stop.IsCancellationRequested)
        {
            if (_pending.Count == 0)
            {
                Become(Saving.Saved);
                await Woken(Timeout.InfiniteTimeSpan, stop);
                await Task.Delay(Gathering, _clock, stop);
                continue;
            }

            var delivery = await SendOne();
            failures = delivery == Delivery.Unreachable ? failures + 1 : 0;
            await (delivery switch
            {
                Delivery.Received or Delivery.Refused => Task.CompletedTask,
                Delivery.Unreachable => Woken(Backoff.After(failures), stop),
                Delivery.NoEntry => Woken(Timeout.InfiniteTimeSpan, stop),
            });
        }
    }

    /// <summary>Waits until all is saved, or until waiting longer would only hold the person back.</summary>
    public async Task<Saving> Settle(TimeSpan patience)
    {
        Hurry();
        var settled = new TaskCompletionSource();
        void Check()
        {
            if (State is Saving.Saved or Saving.NoEntry)
            {
                settled.TrySetResult();
            }
        }

        Changed += Check;
        Check();
        await Task.WhenAny(settled.Task, Task.Delay(patience, _clock));
        Changed -= Check;
        return State;
    }

    private void Use(GameEvent happened) =>
        _next[happened.SessionId] = Math.Max(NextPosition(happened.SessionId), happened.Position + 1);

    private async Task<Delivery> SendOne()
    {
        var batch = _pending.Take(_batchSize).ToList();
        var delivery = await _post(new EventBatch(batch));
        switch (delivery)
        {
            case Delivery.Received:
                Drop(batch, _shelf.Forget);
                _batchSize = LargestBatch;
                Become(_pending.Count == 0 ? Saving.Saved : Saving.Sending);
                break;
            case Delivery.Refused when batch.Count == 1:
                Drop(batch, _shelf.SetAside);
                _batchSize = LargestBatch;
                break;
            case Delivery.Refused:
                _batchSize = batch.Count / 2;
                break;
            case Delivery.Unreachable:
                Become(Saving.Waiting);
                break;
            case Delivery.NoEntry:
                Become(Saving.NoEntry);
                break;
        }

        return delivery;
    }

    private void Drop(List<GameEvent> batch, Action<Guid, GameEvent> leave)
    {
        batch.ForEach(happened => leave(_evaluation, happened));
        _pending.RemoveRange(0, batch.Count);
    }

    private async Task Woken(TimeSpan atMost, CancellationToken stop)
    {
        // The end of the wait is as good as a wake: neither is an error.
        await _wake.Task.WaitAsync(atMost, _clock, stop)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        stop.ThrowIfCancellationRequested();
        _wake = new TaskCompletionSource();
    }

    private void Become(Saving state)
    {
        if (State != state)
        {
            State = state;
            Changed?.Invoke();
        }
    }
}
