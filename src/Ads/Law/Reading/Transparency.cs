namespace Beffroi.Ads.Law;

/// <summary>What has to be told beside an ad, and by whom.</summary>
static class Transparency
{
    public static Answer NoLabel(AdFacts facts) => Absent(facts.Label, FactKey.Label,
        new("Rien n’indique que c’est une publicité politique.", "Nothing says that it is a political advertisement."),
        new("Elle est signalée comme publicité politique.", "It is labelled as a political advertisement."),
        new("On ne sait pas si elle est signalée comme publicité politique.", "It is not known whether it is labelled as a political advertisement."));

    public static Answer NoNotice(AdFacts facts) => Absent(facts.Notice, FactKey.Notice,
        new("Aucun avis de transparence ne l’accompagne.", "No transparency notice comes with it."),
        new("Un avis de transparence l’accompagne.", "A transparency notice comes with it."),
        new("On ne sait pas si un avis de transparence l’accompagne.", "It is not known whether a transparency notice comes with it."));

    public static Answer PayerNotNamed(AdFacts facts) => Absent(facts.PayerNamed, FactKey.PayerNamed,
        new("Ni la publicité ni le registre public de la plateforme ne disent qui paie.", "Neither the ad nor the public register of the platform says who pays."),
        new("On peut lire qui paie.", "One can read who pays."),
        new("On ne sait pas si l’on peut lire qui paie.", "It is not known whether one can read who pays."));

    public static Answer PlatformAbove(AdFacts facts, long atLeast) => Answer.Of(
        facts.PlatformVisitors.IsKnown ? Truths.Of(facts.PlatformVisitors.Value > atLeast) : Truth.Unknown,
        new("La plateforme est assez grande pour que la règle la vise.", "The platform is large enough for the rule to cover it."),
        new("La plateforme n’est pas assez grande pour que la règle la vise.", "The platform is not large enough for the rule to cover it."),
        new("On ne sait pas combien de visiteurs la plateforme reçoit.", "It is not known how many visitors the platform has."),
        FactKey.PlatformVisitors);

    public static Answer VeryLargePlatform(AdFacts facts) => Answer.Of(facts.VeryLargePlatform, FactKey.VeryLargePlatform,
        new("Elle est montrée par une très grande plateforme ou un très grand moteur de recherche.", "It is shown by a very large platform or search engine."),
        new("Elle n’est pas montrée par une très grande plateforme ni un très grand moteur de recherche.", "It is not shown by a very large platform or search engine."),
        new("On ne sait pas si la plateforme compte parmi les très grandes.", "It is not known whether the platform counts among the very large ones."));

    static Answer Absent(Fact<bool> present, FactKey key, Words absent, Words there, Words unknown) => Answer.Of(Truths.Of(present).Not(), absent, there, unknown, key);
}
