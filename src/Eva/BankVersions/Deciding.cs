using Beffroi.Eva.Bank;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.BankVersions;

/// <summary>Puts a bank in place of the current one, from the next run on.</summary>
public static class Deciding
{
    /// <param name="read">The version of the bank that the person saw as the current one.</param>
    /// <returns>The decision; null when the bank changed since it was read: what the person saw is not what would happen.</returns>
    public static async Task<BankVersion?> Replace(SituationBank bank, string? read, string note, int? restores, CurrentUser author, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(bank);
        ArgumentNullException.ThrowIfNull(author);
        var current = await BankShelf.Current(db, bank.Situation, ct);
        if (!string.Equals(current.Version, read, StringComparison.Ordinal))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        await BankShelf.Keep(db, bank, now, ct);
        var version = new BankVersion
        {
            Id = Guid.CreateVersion7(now),
            Situation = bank.Situation,
            Number = (await db.BankVersions.Where(v => v.Situation == bank.Situation).MaxAsync(v => (int?)v.Number, ct) ?? 0) + 1,
            Bank = bank.Version,
            AuthorId = author.Id,
            At = now,
            Note = note,
            Restores = restores,
        };
        db.Add(version);
        try
        {
            await db.SaveChangesAsync(ct);
            return version;
        }
        catch (DbUpdateException)
        {
            // Somebody confirmed at the same moment: theirs is the current bank now.
            db.ChangeTracker.Clear();
            return null;
        }
    }

    /// <summary>The words that say why; null when they are missing or too long, and <paramref name="errors"/> says so.</summary>
    public static string? ReadNote(string? typed, Errors errors)
    {
        var note = string.Concat((typed ?? "").Where(c => !char.IsControl(c) || c is '\n')).Trim();
        if (note.Length is 0 or > BankVersion.NoteMaxLength)
        {
            errors.Add("Note", note.Length == 0 ? "Dites en quelques mots pourquoi la banque change" : $"La note a {BankVersion.NoteMaxLength} caractères au plus");
            return null;
        }

        return note;
    }
}
