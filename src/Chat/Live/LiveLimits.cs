using System.Threading.RateLimiting;

namespace Beffroi.Chat.Live;

/// <summary>How often one person may call and send, however many pages they have open.</summary>
public sealed class LiveLimits(LiveSettings settings) : IDisposable
{
    const long Mebibyte = 1024 * 1024;
    const long Free = 128 * 1024;

    readonly PartitionedRateLimiter<Guid> _posts = Make(settings.PostBurst, settings.PostsPerSecond);
    readonly PartitionedRateLimiter<Guid> _calls = Make(settings.CallBurst, settings.CallsPerSecond);

    readonly PartitionedRateLimiter<Guid> _forms = Make(settings.FormBurst, settings.FormsPerSecond);
    readonly PartitionedRateLimiter<Guid> _mebibytes = Make(settings.MebibytesBurst, settings.MebibytesPerSecond);

    /// <param name="bytes">Of its body. What fits in a line of text costs nothing here.</param>
    public bool MaySend(Guid accountId, long bytes) =>
        Take(_forms, accountId) && (bytes < Free || Take(_mebibytes, accountId, (int)Math.Min(settings.MebibytesBurst, (bytes + Mebibyte - 1) / Mebibyte)));

    public bool MayCall(Guid accountId) => Take(_calls, accountId);

    public bool MayPost(Guid accountId) => Take(_posts, accountId);

    public void Dispose()
    {
        _posts.Dispose();
        _calls.Dispose();
        _forms.Dispose();
        _mebibytes.Dispose();
    }

    static bool Take(PartitionedRateLimiter<Guid> limiter, Guid accountId, int count = 1)
    {
        using var lease = limiter.AttemptAcquire(accountId, count);
        return lease.IsAcquired;
    }

    static PartitionedRateLimiter<Guid> Make(int burst, int perSecond) => PartitionedRateLimiter.Create<Guid, Guid>(account => RateLimitPartition.GetTokenBucketLimiter(account, _ => new()
    {
        TokenLimit = burst,
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        AutoReplenishment = true,
        QueueLimit = 0,
    }));
}
