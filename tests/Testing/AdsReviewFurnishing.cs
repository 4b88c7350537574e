using System.Security.Cryptography;
using System.Text;
using Beffroi.Ads;
using Beffroi.Ads.Law;

namespace Beffroi.Testing;

/// <summary>An invented ad that was reviewed: a decision that is shown with an earlier one, a breach whose sponsor is invited to answer, letters.</summary>
public static class AdsReviewFurnishing
{
    public const string Secret = "droit-de-reponse-des-essais";

    public static readonly Guid Decided = Id(30), Draft = Id(31), Sent = Id(32);

    /// <summary>People differ about it, and a reviewer answered.</summary>
    public static readonly Guid Differed = Id(60);

    static readonly Guid Reviewer = Id(33);

    public static void Fill(AdsDb db, DateTimeOffset now)
    {
        var group = Id(34);
        db.Add(new AdGroup { Id = group, ShownAdId = Decided, Country = "FR", Language = "fr", Ads = 1, Answers = 8, State = GroupState.Settled, Shuffle = 3, AddedAt = now });
        db.Add(new Ad
        {
            Id = Decided, Source = AdSource.MetaLibrary, SourceId = "2025001", Country = "FR", Language = "fr", SponsorId = AdsFurnishing.Sponsor, PageName = "Union du Phare", Payer = "Union du Phare", Text = "Le port a besoin de Camille Delorme.\nLe 18 avril, votez.",
            LibraryUrl = "https://www.facebook.com/ads/library/?id=2025001", Platforms = "Exemplegramme", FirstShownAt = new(now.Date.AddDays(-20), TimeSpan.Zero), LastShownAt = new(now.Date.AddDays(-12), TimeSpan.Zero), VanishedAt = now.AddDays(-2),
            SpendLow = 0, SpendHigh = 99, Currency = "EUR", ContentHash = new('2', 64), LastingHash = new('2', 64), GroupId = group, ImportId = AdsFurnishing.Import, ImportedAt = now.AddDays(-15),
        });
        db.Add(new Verdict { GroupId = group, Question = Question.Political, Leading = "Yes", Certainty = 0.9951, Posterior = "Yes:0.9951;No:0.0049", Counts = "Yes:7;No:1", Answers = 8, Majority = "Yes", MajorityShare = 0.875, Settled = true, At = now });
        db.Add(new Verdict { GroupId = group, Question = Question.Purpose, Leading = "PartyOrCandidate", Certainty = 0.9932, Posterior = "PartyOrCandidate:0.9932", Counts = "PartyOrCandidate:6;Poll:1", Answers = 7, Majority = "PartyOrCandidate", MajorityShare = 6 / 7.0, Settled = true, At = now });
        db.Add(new Juror { Id = Id(35), AccountId = Reviewer, PublicName = "Une juriste inventée", ConsentedAt = now, GivenBy = Id(41), GivenAt = now });
        var first = Review(db, 36, "R4-mentions", ReviewOutcome.CannotTell, now.AddDays(-40), null);
        Review(db, 37, "R4-mentions", ReviewOutcome.NoBreach, now.AddDays(-20), first);
        var breach = Review(db, 38, "R1", ReviewOutcome.Breach, now.AddDays(-1), null);
        db.Add(new ReplyInvitation { Id = Id(39), ReviewId = breach, SecretHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Secret))), At = now, Until = now.AddDays(7), By = Reviewer, SentHow = "par courriel" });
        foreach (var (earlier, at) in new[] { (36, -40), (37, -20) })
        {
            db.Add(new ReplyInvitation { Id = Id(earlier + 6), ReviewId = Id(earlier), SecretHash = new((char)('a' + earlier - 36), 64), At = now.AddDays(at), Until = now.AddDays(at + 7), By = Reviewer, SentHow = "par courriel" });
        }

        db.Add(new SponsorReply { Id = Id(40), ReviewId = breach, ByName = "Union du Phare", Text = "Nous répondrons devant qui le demandera.", At = now });
        Differ(db, now);
        Letter(db, Draft, now, sent: false);
        Letter(db, Sent, now, sent: true);
    }

    static void Differ(AdsDb db, DateTimeOffset now)
    {
        var group = Id(61);
        db.Add(new AdGroup { Id = group, ShownAdId = Differed, Country = "FR", Language = "fr", Ads = 1, Answers = 15, State = GroupState.Disputed, Shuffle = 4, AddedAt = now });
        db.Add(new Ad
        {
            Id = Differed, Source = AdSource.OwnFormat, SourceId = "differee", Country = "FR", Language = "fr", SponsorId = AdsFurnishing.Sponsor, PageName = "Union du Phare", Text = "Que faut-il pour nos ports ? Dites-le-nous.",
            Platforms = "Exemplegramme", FirstShownAt = new(now.Date.AddDays(-9), TimeSpan.Zero), LastShownAt = new(now.Date.AddDays(-4), TimeSpan.Zero), ContentHash = new('4', 64), LastingHash = new('4', 64), GroupId = group, ImportId = AdsFurnishing.Import, ImportedAt = now.AddDays(-3),
        });
        db.Add(new Verdict { GroupId = group, Question = Question.Political, Leading = "No", Certainty = 0.61, Posterior = "Yes:0.39;No:0.61", Counts = "Yes:7;No:8", Answers = 15, Majority = "No", MajorityShare = 8 / 15.0, Settled = false, At = now });
        db.Add(new EstablishedFact { Id = Id(62), AdId = Differed, Key = FactKey.Political, Value = FactAnswers.Yes, Because = "Le site du parti la reprend dans son programme.", TextHash = new('4', 64), By = Reviewer, At = now.AddDays(-1) });
    }

    static Guid Review(AdsDb db, int id, string rule, ReviewOutcome outcome, DateTimeOffset at, Guid? replaces)
    {
        db.Add(new Review
        {
            Id = Id(id), AdId = Decided, Rule = rule, TextFrom = new(2016, 4, 27), Outcome = outcome, Reason = "L’annonce cite un chiffre sans dire d’où il vient ; rien ne montre que ce soit un sondage.", Computed = "Undetermined",
            By = Reviewer, ByName = "Une juriste inventée", At = at, ShownFrom = at.AddDays(7), Replaces = replaces,
        });
        return Id(id);
    }

    static void Letter(AdsDb db, Guid id, DateTimeOffset now, bool sent) => db.Add(new Notice
    {
        Id = id, AdId = Decided, Kind = NoticeKind.PublisherNotice, To = "Exemplegramme", Text = "Madame, Monsieur,\n\nVous diffusez l’annonce décrite ci-dessous.", By = Reviewer, At = now.AddDays(-5),
        SentAt = sent ? now.AddDays(-4) : null, SentBy = sent ? Reviewer : null, DueOn = sent ? DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1) : null,
    });

    static Guid Id(int number) => new($"ad500000-0000-7000-8000-{number:d12}");
}
