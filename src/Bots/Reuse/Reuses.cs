using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Reuse;

/// <summary>Counts what organisations ask about, by day: their quotas, and what /stats tells of reuses.</summary>
public sealed class Reuses(BotsDb db, TimeProvider clock)
{
    /// <summary>Of pages and of the chat, by organisation and day: as much as a person can read, and lists beside.</summary>
    public const int DailyAccounts = 50_000;

    /// <summary>Takes the accounts from the quota of today, whole or not at all, whoever asks at the same moment.</summary>
    /// <param name="keyId">Empty: by the pages or the chat.</param>
    public async Task<bool> Take(Guid organisation, string sector, Guid keyId, int accounts, int most, CancellationToken ct)
    {
        var today = clock.Today();
        await db.Database.ExecuteSqlAsync($"""INSERT INTO bots_reuses ("OrganisationId", "Day", "KeyId", "Sector", "Questions", "Accounts") VALUES ({organisation}, {today}, {keyId}, {sector}, 0, 0) ON CONFLICT DO NOTHING""", ct);
        return await db.Database.ExecuteSqlAsync(
            $"""UPDATE bots_reuses SET "Questions" = "Questions" + 1, "Accounts" = "Accounts" + {accounts} WHERE "OrganisationId" = {organisation} AND "Day" = {today} AND "KeyId" = {keyId} AND "Accounts" + {accounts} <= {most}""", ct) == 1;
    }

    /// <summary>Until the day ends in Paris.</summary>
    public int SecondsLeft()
    {
        var now = clock.GetUtcNow();
        return (int)Math.Ceiling((Kit.French.Begins(clock.Today().AddDays(1)) - now).TotalSeconds);
    }
}
