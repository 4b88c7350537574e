using Beffroi.Kit;

namespace Beffroi.Bots.Leaving;

/// <summary>Who took what out, written down before the first byte leaves.</summary>
static class ExportAudit
{
    const string Exported = "Exported";

    /// <param name="subject">What leaves: the type and the count, or the key.</param>
    /// <param name="form">Of the file: <c>csv</c>, <c>gexf</c>.</param>
    public static async Task Keep(BotsDb db, Actor actor, TimeProvider clock, string subject, string form, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        db.Add(new AuditRow
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            Who = actor.Who,
            Act = actor.Act ?? throw new InvalidOperationException("An export without an act: name it with .Does(\"...\") on the route."),
            Subject = subject,
            Change = Exported,
            Fields = form,
        });
        await db.SaveChangesAsync(ct);
    }
}
