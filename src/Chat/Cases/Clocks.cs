namespace Beffroi.Chat.Cases;

/// <summary>Times that people type: nothing that is told as past lies ahead.</summary>
static class Clocks
{
    /// <summary>Between the clocks of two machines.</summary>
    static readonly TimeSpan Drift = TimeSpan.FromMinutes(5);

    public static IEnumerable<Fault> Faults(CaseDraft draft, DateTimeOffset now)
    {
        var latest = now + Drift;
        if (draft.KnewAt > latest)
        {
            yield return Ahead(nameof(draft.KnewAt));
        }

        if (draft.Fact is DossierSent sent && sent.SentAt > latest)
        {
            yield return Ahead(nameof(sent.SentAt));
        }

        if (draft.Fact is DossierAnswered answered && answered.AnsweredAt > latest)
        {
            yield return Ahead(nameof(answered.AnsweredAt));
        }
    }

    static Fault Ahead(string field) => new(field, "Cette date n’est pas encore passée.", "This date has not come yet.");
}
