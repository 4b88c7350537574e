using System.Collections.Concurrent;

namespace Beffroi.Eva.Player.Tests;

/// <summary>Runs a test as a browser runs the player: all of it on one thread, one turn after the other.</summary>
internal sealed class OneThread : SynchronizationContext
{
    private readonly BlockingCollection<Action> _turns = [];

    public static void Run(Func<Task> body)
    {
        var before = Current;
        var thread = new OneThread();
        SetSynchronizationContext(thread);
        try
        {
            var running = body();
            _ = running.ContinueWith(_ => thread._turns.CompleteAdding(), TaskScheduler.Default);
            foreach (var turn in thread._turns.GetConsumingEnumerable())
            {
                turn();
            }

            running.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <summary>Lets everything that is ready run.</summary>
    public static async Task Settle()
    {
        for (var turn = 0; turn < 12; turn++)
        {
            await Task.Yield();
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        // A test that is over wants nothing more: what still waits is dropped.
        if (!_turns.IsAddingCompleted)
        {
            _turns.Add(() => d(state));
        }
    }
}
