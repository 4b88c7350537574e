using Beffroi.Kit;

namespace Beffroi.Accounts.Post;

/// <summary>Letters that nobody asked for at that moment: each can be stopped.</summary>
static class ReminderLetters
{
    public static Letter Weekly(Addressee person, int waiting, IReadOnlyList<string> lines, string week, DateTimeOffset notAfter, SiteIdentity site) => Letters.To(person) with
    {
        Kind = Letters.Weekly,
        Key = $"{Letters.Weekly}:{person.Id}:{week}",
        Essential = false,
        NotAfter = notAfter,
        Subject = waiting > 0 ? $"{French.Count(waiting, "compte attend", "comptes attendent")} votre décision" : "Votre semaine",
        Body = string.Join("\n\n", [
            $"Bonjour {Letter.Quoted(person.Name)},",
            .. waiting > 0 ? [$"{French.Count(waiting, "compte attend", "comptes attendent")} votre décision :\n{{site}}/personnes?etat=attente"] : Array.Empty<string>(),
            .. lines.Count > 0 ? [$"À suivre cette semaine :\n{string.Join('\n', lines.Select(l => $"- {l}"))}"] : Array.Empty<string>(),
            Letters.Sign(site)]),
    };

    public static Letter NotActivated(Addressee person, int evaluations, SiteIdentity site) => Letters.To(person) with
    {
        Kind = Letters.NotActivated,
        Key = $"{Letters.NotActivated}:{person.Id}",
        Essential = false,
        Subject = "Besoin d’un coup de main pour commencer ?",
        Body = $"""
            Bonjour {Letter.Quoted(person.Name)},

            Votre compte a un mois. Votre structure compte {French.Count(evaluations, "évaluation", "évaluations")}.

            L’aide montre comment créer une campagne et la faire passer :
            {"{site}"}/aide

            Une question ? Écrivez à {site.ContactEmail}.

            {Letters.Sign(site)}
            """,
    };

    public static Letter WithoutCampaign(Addressee admin, Guid structureId, string structure, SiteIdentity site) => Letters.To(admin) with
    {
        Kind = Letters.WithoutCampaign,
        Key = $"{Letters.WithoutCampaign}:{structureId}:{admin.Id}",
        Essential = false,
        Subject = "Créez votre première campagne",
        Body = $"""
            Bonjour {Letter.Quoted(admin.Name)},

            La structure « {Letter.Quoted(structure)} » n’a pas encore de campagne. Il faut une minute pour en créer une :
            {"{site}"}/eva/campagnes/nouvelle

            {Letters.Sign(site)}
            """,
    };
}
