namespace Beffroi.Ads.Law;

/// <summary>What the ad says of opinion polls.</summary>
static class Polls
{
    public static Answer Quoted(AdFacts facts) => Answer.Of(facts.PollQuoted, FactKey.PollQuoted,
        new("Elle donne un résultat de sondage lié au débat électoral.", "It gives the result of a poll linked to the electoral debate."),
        new("Elle ne donne aucun résultat de sondage.", "It gives no result of a poll."),
        new("On ne sait pas si elle donne un résultat de sondage.", "It is not known whether it gives the result of a poll."));

    public static Answer FirstPublication(AdFacts facts) => Answer.Of(facts.PollFirstPublication, FactKey.PollFirstPublication,
        new("Ce résultat n’avait pas été publié avant.", "That result had not been published before."),
        new("Ce résultat avait déjà été publié : les mentions ne sont exigées qu’à la première publication.", "That result had already been published: the mentions are required of the first publication only."),
        new("On ne sait pas si ce résultat avait déjà été publié.", "It is not known whether that result had already been published."));

    public static Answer MentionMissing(AdFacts facts, IReadOnlyList<PollMention> mentions) => Answer.Of(
        mentions.Select(m => Mention(facts, m).Not()).Aggregate(Truth.No, Truths.Or),
        new("Une mention obligatoire au moins manque.", "At least one required mention is missing."),
        new("Toutes les mentions obligatoires sont là.", "All the required mentions are there."),
        new("On ne sait pas si toutes les mentions obligatoires sont là.", "It is not known whether all the required mentions are there."),
        FactKey.PollMentions);

    /// <summary>A poll that came out before may go on being shown and spoken of when it says who published it and who made it.</summary>
    public static Answer NotPublishedBefore(AdFacts facts)
    {
        var first = Truths.Of(facts.PollFirstPublication);
        var told = Mention(facts, PollMention.Institute).And(Mention(facts, PollMention.FirstPublished));
        return Answer.Of(first.Or(told.Not()),
            new("Le sondage n’avait pas été publié avant, ou son origine n’est pas dite.", "The poll had not been published before, or its origin is not told."),
            new("Le sondage avait déjà été publié et son origine est dite : on peut continuer à le montrer.", "The poll had already been published and its origin is told: it may go on being shown."),
            new("On ne sait pas si le sondage avait déjà été publié, ni si son origine est dite.", "It is not known whether the poll had already been published, nor whether its origin is told."),
            [.. facts.PollFirstPublication.IsKnown ? Array.Empty<FactKey>() : [FactKey.PollFirstPublication], FactKey.PollMentions]);
    }

    static Truth Mention(AdFacts facts, PollMention mention) => Truths.Of(facts.PollMentions.GetValueOrDefault(mention));
}
