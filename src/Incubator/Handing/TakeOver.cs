using Beffroi.Incubator.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Handing;

/// <summary>Hands over a service, and takes one over: what comes in has the same figures as what went out, or does not come in.</summary>
public static class TakeOver
{
    /// <summary>The files of the service, or of all; null where there is no such service.</summary>
    /// <param name="about">What a person reads first: where the source is, and how to take over.</param>
    public static async Task<IReadOnlyDictionary<string, byte[]>?> Out(IncubatorDb db, string? startup, string about, CancellationToken ct)
    {
        var handover = await Handover.Read(db, startup, ct);
        if (handover.Startups.Count == 0)
        {
            return null;
        }

        if (handover.Broken() is [var broken, ..])
        {
            throw new InvalidDataException(broken);
        }

        return HandoverFolder.Pack(handover, new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["LISEZMOI.txt"] = System.Text.Encoding.UTF8.GetBytes(about),
            ["budget.csv"] = System.Text.Encoding.UTF8.GetBytes((await PublishedBudget.Read(db, startup, ct)).Csv()),
            ["budget.schema.json"] = PublishedSchemas.Budget,
        });
    }

    /// <summary>Writes what was handed over; all of it, or nothing.</summary>
    /// <exception cref="InvalidDataException">Says in French what is wrong.</exception>
    public static async Task<Handover> In(IncubatorDb db, IReadOnlyDictionary<string, byte[]> files, CancellationToken ct)
    {
        var (handover, figures) = HandoverFolder.Unpack(files);
        if (handover.Broken() is [var broken, ..])
        {
            throw new InvalidDataException(broken);
        }

        var (slugs, conventions) = (handover.Startups.Select(s => s.Slug).ToList(), handover.Conventions.Select(c => c.Slug).ToList());
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Startups.Where(s => slugs.Contains(s.Slug)).Select(s => s.Slug).FirstOrDefaultAsync(ct) is { } there)
        {
            throw new InvalidDataException($"la startup « {there} » est déjà dans cette base");
        }

        if (await db.Conventions.Where(c => conventions.Contains(c.Slug)).Select(c => c.Slug).FirstOrDefaultAsync(ct) is { } known)
        {
            throw new InvalidDataException($"la convention « {known} » est déjà dans cette base");
        }

        handover.AddTo(db);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        var owners = handover.Startups.Select(s => s.Id).ToHashSet();
        var kept = (await Handover.Read(db, null, ct)).Only(owners);
        if (kept.Broken().Count > 0 || !kept.Figures().SequenceEqual(figures))
        {
            throw new InvalidDataException("les chiffres relus ne sont pas ceux du dossier : rien n’est repris");
        }

        await transaction.CommitAsync(ct);
        return kept;
    }

    static Handover Only(this Handover all, HashSet<Guid> startups)
    {
        var conventions = all.Conventions.Where(c => startups.Contains(c.StartupId)).ToList();
        var ids = conventions.Select(c => c.Id).ToHashSet();
        var mandates = all.Mandates.Where(m => ids.Contains(m.ConventionId)).ToList();
        var held = mandates.Select(m => m.Id).ToHashSet();
        return all with
        {
            Startups = [.. all.Startups.Where(s => startups.Contains(s.Id))], Conventions = conventions, Mandates = mandates, MissionLetters = [.. all.MissionLetters.Where(l => held.Contains(l.MandateId))],
            Entries = [.. all.Entries.Where(e => ids.Contains(e.ConventionId))], Journal = [.. all.Journal.Where(l => ids.Contains(l.ConventionId))], Statements = [.. all.Statements.Where(s => ids.Contains(s.ConventionId))],
        };
    }
}
