namespace Beffroi.Bots.Keeping;

/// <summary>Rings on this node when something was added to the log; other nodes look by themselves now and then.</summary>
public sealed class LogBell
{
    volatile TaskCompletionSource _next = New();

    public void Ring() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    /// <summary>Completes at the next ring, or after a while without one.</summary>
    public async Task Wait(TimeSpan most, TimeProvider clock, CancellationToken ct)
    {
        try
        {
            await _next.Task.WaitAsync(most, clock, ct);
        }
        catch (TimeoutException)
        {
            // Another node may have written meanwhile.
        }
    }

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
