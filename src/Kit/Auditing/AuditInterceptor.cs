using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Beffroi.Kit;

/// <summary>Adds the audit rows of a save to that same save, so that neither exists without the other (docs/adr/0004).</summary>
public sealed class AuditInterceptor(Actor actor, TimeProvider clock) : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Record(eventData.Context!);
        return new(result);
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Record(eventData.Context!);
        return result;
    }

    void Record(DbContext db)
    {
        db.ChangeTracker.DetectChanges();
        var changes = db.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && e.Entity is not AuditRow)
            .ToList();
        if (changes.Count == 0)
        {
            return;
        }

        var act = actor.Act ?? throw new InvalidOperationException("A write without an act: name it with .Does(\"...\") on the route, or set Actor.Act.");
        foreach (var entry in changes.Where(e => e.Entity is not ILogLine))
        {
            db.Add(Row(act, $"{entry.Metadata.ClrType.Name}:{Key(entry)}", entry.State, Fields(entry)));
        }

        foreach (var lines in changes.Where(e => e.Entity is ILogLine).GroupBy(e => (e.Metadata.ClrType.Name, e.State)))
        {
            db.Add(Row(act, $"{lines.Key.Name}×{lines.Count().ToString(CultureInfo.InvariantCulture)}", lines.Key.State, ""));
        }
    }

    AuditRow Row(string act, string subject, EntityState state, string fields)
    {
        var now = clock.GetUtcNow();
        return new()
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            Who = actor.Who,
            Act = act,
            Subject = Cut(subject, AuditRow.SubjectMaxLength),
            Change = state.ToString(),
            Fields = Cut(fields, AuditRow.FieldsMaxLength),
        };
    }

    static string Key(EntityEntry entry) =>
        string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(p =>
            p.FindAnnotation(AuditModel.KeptOut) is null ? Convert.ToString(entry.Property(p.Name).CurrentValue, CultureInfo.InvariantCulture) : "*"));

    static string Fields(EntityEntry entry) =>
        entry.State == EntityState.Modified ? string.Join(", ", entry.Properties.Where(p => p.IsModified).Select(p => p.Metadata.Name)) : "";

    static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
