using System.Security.Cryptography;
using Beffroi.Kit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Post;

/// <summary>Keeps letters in the database of accounts. A room of this module writes them in the transaction of what they tell.</summary>
sealed class Outbox(AccountsDb db, IDataProtectionProvider protection, TimeProvider clock) : IOutbox
{
    /// <summary>A letter that says nothing else is not worth sending after that: a server set up later does not pour out a year of mail.</summary>
    static readonly TimeSpan KeptWaiting = TimeSpan.FromDays(14);

    readonly IDataProtector _secrets = protection.CreateProtector("Beffroi.Accounts.Outbox");
    readonly IDataProtector _stops = protection.CreateProtector("Beffroi.Accounts.Reminders");

    /// <summary>Adds the letter to what the context saves next.</summary>
    public void Write(Letter letter)
    {
        var now = clock.GetUtcNow();
        db.Outbox.Add(new()
        {
            Id = Guid.CreateVersion7(now),
            Kind = letter.Kind,
            To = letter.To,
            Subject = OneLine(letter.Subject),
            Body = letter.Essential ? letter.Body : $"{letter.Body}\n\nVous ne voulez plus recevoir ces rappels ? Ouvrez ce lien :\n{LetterText.StopMark}",
            Secret = letter.Secret is null ? null : _secrets.Protect(letter.Secret),
            AccountId = letter.AccountId,
            Essential = letter.Essential,
            Key = letter.Key,
            WrittenAt = now,
            NotBefore = letter.NotBefore ?? now,
            NotAfter = letter.NotAfter ?? now + KeptWaiting,
        });
    }

    public async Task Add(Letter letter, CancellationToken ct)
    {
        if (letter.Key is { } key && await db.Outbox.AnyAsync(l => l.Key == key, ct))
        {
            return;
        }

        Write(letter);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (letter.Key is not null)
        {
            // Another node wrote it at the same moment; anything else than that is thrown again below.
            db.ChangeTracker.Clear();
            if (!await db.Outbox.AnyAsync(l => l.Key == letter.Key, ct))
            {
                throw;
            }
        }
    }

    /// <summary>The path behind <c>{lien}</c>; null when the keys of this site cannot read it any more.</summary>
    public string? Read(string secret)
    {
        try
        {
            return _secrets.Unprotect(secret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>What ends a person's reminders without signing in.</summary>
    public string StopToken(Guid account) => _stops.Protect(account.ToString("N"));

    public Guid? WhoStops(string token)
    {
        try
        {
            return Guid.ParseExact(_stops.Unprotect(token), "N");
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // What becomes a header stands on one line, whatever was typed.
    static string OneLine(string text)
    {
        var line = string.Join(' ', new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= OutboxLetter.SubjectMaxLength ? line : line[..(OutboxLetter.SubjectMaxLength - 1)] + "…";
    }
}
