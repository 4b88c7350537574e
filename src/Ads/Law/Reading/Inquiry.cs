namespace Beffroi.Ads.Law;

/// <summary>One ad before the rules of one jurisdiction.</summary>
sealed class Inquiry(LawBook book, Jurisdiction source, AdFacts facts, DateTimeOffset now)
{
    public RuleFinding Into(Rule rule)
    {
        var article = source.Articles.Single(a => string.Equals(a.Id, rule.Article, StringComparison.Ordinal));
        var kind = facts.Election.IsKnown ? book.Election(facts.Election.Value)?.Kind : null;
        var variants = rule.Variants.Where(v => v.Kinds is null || kind is null || v.Kinds.Contains(kind, StringComparer.Ordinal)).ToList();
        var unsettled = kind is null ? null : rule.Unsettled.FirstOrDefault(u => u.Kinds.Contains(kind, StringComparer.Ordinal));
        IReadOnlyList<Case> cases = variants.Count > 0
            ? [.. variants.Select(v => new Case([.. v.All.Select(c => Ask(c, rule, v, article))]))]
            : [new Case([unsettled is null ? new(Truth.No, OtherKind, []) : Answer.ForAPerson(unsettled.Why)])];
        var status = cases.Select(c => c.Truth).Aggregate(Truth.No, Truths.Or);
        var telling = cases.Where(c => c.Truth == status).SelectMany(c => c.Telling).ToList();
        return new()
        {
            Rule = rule.Id,
            Title = rule.Title,
            Status = status switch { Truth.Yes => RuleStatus.LikelyBreach, Truth.No => RuleStatus.NoSign, Truth.Unknown => RuleStatus.Undetermined },
            Article = new() { Id = article.Id, Name = article.Name, IsUnion = source.Members.Count > 0, Version = VersionAt(article) },
            Reasons = [.. telling.Select(a => a.Reason).Distinct()],
            Missing = [.. telling.SelectMany(a => a.Missing).Distinct().Select(k => new MissingFact(k, Questions.Of(k)))],
            Cases = [.. rule.Cases.Select(r => source.Cases.Single(c => string.Equals(c.Reference, r, StringComparison.Ordinal)))],
            Limits = rule.Limits,
        };
    }

    static readonly Words OtherKind = new(
        "Cette règle ne vise pas ce type d’élection.",
        "This rule does not cover that kind of election.");

    /// <summary>All the conditions of one variant.</summary>
    sealed record Case(IReadOnlyList<Answer> Answers)
    {
        public Truth Truth { get; } = Answers.Select(a => a.Truth).Aggregate(Truth.Yes, Truths.And);

        /// <summary>What explains it: one no is enough; what is not known comes after what is.</summary>
        public IEnumerable<Answer> Telling => Truth == Truth.No ? Answers.Where(a => a.Truth == Truth.No) : Answers.OrderByDescending(a => a.Truth);
    }

    /// <summary>As it stood when the ad was last shown, as far as that is known.</summary>
    ArticleVersion? VersionAt(Article article)
    {
        var zone = book.Country(facts.Country) is { Territories: [var first, ..] } ? Spans.PlacesOf(first)[0].Zone : TimeZoneInfo.Utc;
        var instant = facts.LastShown.IsKnown ? facts.LastShown.Value.Latest(zone, now) : facts.FirstShown.IsKnown ? facts.FirstShown.Value.Latest(zone, now) : now;
        var day = Calendar.DayOf(instant, zone);
        return article.Versions.LastOrDefault(v => v.From <= day && (v.To is null || v.To >= day));
    }

    Answer Ask(Condition condition, Rule rule, Variant variant, Article article) => condition.Asks switch
    {
        Asks.Shown => new When(book, facts, now, rule, variant, article).Ask(putOut: false),
        Asks.PutOut => new When(book, facts, now, rule, variant, article).Ask(putOut: true),
        Asks.Paid => Content.Paid(facts),
        Asks.Remunerated => Content.Remunerated(facts),
        Asks.Propaganda => Content.Propaganda(facts),
        Asks.Political => Content.Political(facts),
        Asks.Medium => Content.Medium(facts, condition.Media),
        Asks.NotADonationAppeal => Content.NotADonationAppeal(facts),
        Asks.AuthorIsCandidate => Content.AuthorIsCandidate(facts),
        Asks.NewPolemic => Content.NewPolemic(facts),
        Asks.NoTimeToAnswer => Content.NoTimeToAnswer(facts),
        Asks.PollQuoted => Polls.Quoted(facts),
        Asks.PollFirstPublication => Polls.FirstPublication(facts),
        Asks.PollMentionMissing => Polls.MentionMissing(facts, condition.Mentions),
        Asks.PollNotPublishedBefore => Polls.NotPublishedBefore(facts),
        Asks.BenefitsCandidate => Money.BenefitsCandidate(facts),
        Asks.BenefitsParty => Money.BenefitsParty(facts),
        Asks.PayerBarred => Money.PayerBarred(facts),
        Asks.SponsorBarred => Money.SponsorBarred(facts, LawBook.Within(source)),
        Asks.NoLabel => Transparency.NoLabel(facts),
        Asks.NoNotice => Transparency.NoNotice(facts),
        Asks.PayerNotNamed => Transparency.PayerNotNamed(facts),
        Asks.PlatformAbove => Transparency.PlatformAbove(facts, condition.AtLeast),
        Asks.VeryLargePlatform => Transparency.VeryLargePlatform(facts),
    };
}
