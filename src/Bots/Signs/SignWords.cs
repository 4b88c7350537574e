using System.Text.Json;
using System.Text.Json.Serialization;
using Beffroi.Kit;

namespace Beffroi.Bots.Signs;

/// <summary>Signs as people read them.</summary>
public static class SignWords
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Say(this Typology kind, Lang l) => kind switch
    {
        Typology.Amplifier => l.Say("Amplificateur", "Amplifier"),
        Typology.Dormant => l.Say("Dormant", "Dormant"),
        Typology.Seducer => l.Say("Séducteur", "Seducer"),
        Typology.Siamese => l.Say("Siamois", "Siamese"),
        Typology.Recycled => l.Say("Recyclé", "Recycled"),
        Typology.Organisation => l.Say("Organisation", "Organisation"),
        Typology.DeclaredBot => l.Say("Robot déclaré", "Declared bot"),
    };

    /// <summary>What the word means here.</summary>
    public static string Meaning(this Typology kind, Lang l) => kind switch
    {
        Typology.Amplifier => l.Say("Il republie presque toujours, et n’écrit presque jamais lui-même.", "It nearly always repeats, and hardly ever writes."),
        Typology.Dormant => l.Say("Jeune, presque muet, il suit bien plus de comptes qu’il n’a d’abonnés.", "Young, almost silent, it follows many more accounts than follow it."),
        Typology.Seducer => l.Say("Il répond à beaucoup de gens par la même phrase courte, et son profil porte un lien.", "It answers many people with the same short sentence, and its profile has a link."),
        Typology.Siamese => l.Say("Un autre compte de la veille se présente par le même texte. Les photos ne sont pas comparées.", "Another account of the watch describes itself with the same text. Pictures are not compared."),
        Typology.Recycled => l.Say("Après un long silence, il a changé de langue ou de sujet.", "After a long silence, it changed language or subject."),
        Typology.Organisation => l.Say("Il semble parler pour une organisation.", "It seems to speak for an organisation."),
        Typology.DeclaredBot => l.Say("Il dit lui-même qu’il est automatisé.", "It says itself that it is automated."),
    };

    /// <summary>The facts of a sign, one sentence each.</summary>
    public static IReadOnlyList<string> Facts(this TypologySign sign, Lang l) => [.. Read(sign.Evidence).Select(f => Sentence(f, l))];

    public static string Write(FoundSign sign) => JsonSerializer.Serialize(sign.Facts, Json);

    static IReadOnlyList<SignFact> Read(string json) => JsonSerializer.Deserialize<IReadOnlyList<SignFact>>(json, Json) ?? [];

    static string Sentence(SignFact f, Lang l)
    {
        string N(double? value) => l.Number(value ?? 0, 0);
        return f.Kind switch
        {
            FactKind.Posts => l.Say($"Sur {N(f.Value)} publications recueillies (il en faut {N(f.Bound)}).", $"Of {N(f.Value)} collected posts ({N(f.Bound)} are needed)."),
            FactKind.RepostShare => l.Say($"{l.Percent(f.Value)} de republications (signe à partir de {l.Percent(f.Bound ?? 0)}).", $"{l.Percent(f.Value)} reposts (a sign from {l.Percent(f.Bound ?? 0)})."),
            FactKind.AgeDays => l.Say($"Créé depuis {N(f.Value)} jours quand il a été vu (signe jusqu’à {N(f.Bound)}).", $"Created {N(f.Value)} days before it was seen (a sign up to {N(f.Bound)})."),
            FactKind.Published => l.Say($"{N(f.Value)} publications en tout (signe jusqu’à {N(f.Bound)}).", $"{N(f.Value)} posts in all (a sign up to {N(f.Bound)})."),
            FactKind.FollowingRatio when f.Value >= 1e9 => l.Say("Il suit des comptes, et aucun ne le suit.", "It follows accounts, and none follows it."),
            FactKind.FollowingRatio => l.Say($"Il suit {l.Number(f.Value, 1)} fois plus de comptes qu’il n’a d’abonnés (signe à partir de {N(f.Bound)}).", $"It follows {l.Number(f.Value, 1)} times as many accounts as follow it (a sign from {N(f.Bound)})."),
            FactKind.SameAnswers => l.Say($"La même phrase courte en réponse à {N(f.Value)} publications (signe à partir de {N(f.Bound)}).", $"The same short sentence in answer to {N(f.Value)} posts (a sign from {N(f.Bound)})."),
            FactKind.SameAnswersShare => l.Say($"C’est {l.Percent(f.Value)} de ses réponses.", $"That is {l.Percent(f.Value)} of its answers."),
            FactKind.ProfileLink => l.Say("Son profil porte un lien.", "Its profile has a link."),
            FactKind.SameDescription => l.Say($"Autres comptes de cette veille au même texte de présentation : {N(f.Value)}.", $"Other accounts of this watch with the same description: {N(f.Value)}."),
            FactKind.SilenceDays => l.Say($"Un silence de {N(f.Value)} jours (signe à partir de {N(f.Bound)}).", $"A silence of {N(f.Value)} days (a sign from {N(f.Bound)})."),
            FactKind.LanguageBefore => l.Say($"Avant, {l.Percent(f.Value)} de ses publications sont en « {f.Words} ».", $"Before, {l.Percent(f.Value)} of its posts are in “{f.Words}”."),
            FactKind.LanguageAfter => l.Say($"Après, {l.Percent(f.Value)} sont en « {f.Words} ».", $"After, {l.Percent(f.Value)} are in “{f.Words}”."),
            FactKind.NoCommonHashtag => l.Say("Aucun mot-dièse commun avant et après.", "No hashtag in common before and after."),
            FactKind.OrganisationWord => l.Say($"Son profil porte un lien et le mot « {f.Words} ».", $"Its profile has a link and the word “{f.Words}”."),
            FactKind.Verified => l.Say("Son réseau l’a vérifié.", "Its network verified it."),
            FactKind.FollowersRatio => l.Say($"{l.Number(f.Value, 0)} fois plus d’abonnés que d’abonnements (signe à partir de {N(f.Bound)}).", $"{l.Number(f.Value, 0)} times as many followers as it follows (a sign from {N(f.Bound)})."),
            FactKind.Declared => l.Say("Il le déclare à son réseau.", "It declares so to its network."),
        };
    }
}
