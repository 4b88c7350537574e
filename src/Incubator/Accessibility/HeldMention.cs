using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Beffroi.Incubator.Accessibility;

/// <summary>The mention of the footer, read again each minute: no page waits for it, and nodes agree within that minute.</summary>
public sealed partial class HeldMention(IServiceScopeFactory scopes, TimeProvider clock, ILogger<HeldMention> logger) : IAccessibilityMention
{
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    readonly Lock _gate = new();
    AccessibilityStatus _status;
    DateTimeOffset _until = DateTimeOffset.MinValue;

    public async ValueTask<AccessibilityStatus> Read(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            if (now < _until)
            {
                return _status;
            }

            // One asks; the others go on with what is known.
            _until = now + Kept;
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            _status = await Ask(scope.ServiceProvider.GetRequiredService<IncubatorDb>(), clock.Today(), ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Who asked has left: whoever comes next asks.
            lock (_gate)
            {
                _until = DateTimeOffset.MinValue;
            }
        }
        catch (Exception wrong)
        {
            // A page that says so is not lost for it.
            Failed(wrong);
        }

        return _status;
    }

    // Nearly always there is no audit, and nothing more is read.
    static async Task<AccessibilityStatus> Ask(IncubatorDb db, DateOnly today, CancellationToken ct) =>
        await db.Audits.AnyAsync(a => a.Service == null && a.PublishedAt != null && a.WithdrawnAt == null, ct) ? (await Declaration.Read(db, today, ct)).Status : AccessibilityStatus.NotCompliant;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mention of accessibility could not be read: the one known is kept.")]
    private partial void Failed(Exception wrong);
}
