using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beffroi.Kit;

/// <summary>Who changed what and when. Names of fields, never their values: an audit is no second copy of personal data.</summary>
public sealed class AuditRow
{
    public const int SubjectMaxLength = 200;
    public const int FieldsMaxLength = 1000;

    public required Guid Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Who { get; init; }
    public required string Act { get; init; }

    /// <summary>Type and key of what changed, or type and count for the lines of a log.</summary>
    public required string Subject { get; init; }

    /// <summary><c>Added</c>, <c>Modified</c> or <c>Deleted</c>; <c>Exported</c> for rows that left as a file, counted in the subject.</summary>
    public required string Change { get; init; }

    public required string Fields { get; init; }
}

/// <summary>A line of a log that says by itself who and when: a batch of them leaves one audit row.</summary>
public interface ILogLine;

public static class AuditModel
{
    internal const string KeptOut = "Beffroi:KeptOutOfAudit";

    /// <summary>A part of a key that tells who somebody is elsewhere: audit rows show a star in its place.</summary>
    public static PropertyBuilder<T> KeptOutOfAudit<T>(this PropertyBuilder<T> property) => property.HasAnnotation(KeptOut, true);

    /// <summary>Maps the audit table of a module.</summary>
    public static void AddAudit(this ModelBuilder model, string prefix) =>
        model.Entity<AuditRow>(audit =>
        {
            audit.ToTable(prefix + "audit");
            audit.Property(a => a.Who).HasMaxLength(100);
            audit.Property(a => a.Act).HasMaxLength(100);
            audit.Property(a => a.Subject).HasMaxLength(AuditRow.SubjectMaxLength);
            audit.Property(a => a.Change).HasMaxLength(20);
            audit.Property(a => a.Fields).HasMaxLength(AuditRow.FieldsMaxLength);
            audit.HasIndex(a => a.At);
            audit.HasIndex(a => a.Subject);
        });
}
