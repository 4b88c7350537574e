using System.Net;
using System.Text;
using System.Text.Json;
using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Tests.Importing;

public sealed class ImportAnswersTests
{
    const string Address = "/eva/evaluations/importer";

    [Theory, ClassData(typeof(Engines))]
    public async Task A_parcours_that_never_found_a_network_comes_whole_from_its_file_and_twice_counts_once(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (person, evaluation, events) = await Played(site);
        var adviser = await site.SignIn(Crew.Hugo);
        await adviser.Open(Address);

        await adviser.Upload("File", "eva-reponses.json", File(evaluation, events));
        Assert.Contains($"{events.Count} réponses importées, 0 déjà connue, 0 refusée", adviser.Text, StringComparison.Ordinal);
        Assert.True((await person.Journey()).Finished);
        Assert.Equal(2, site.Read(db => db.Results.Count(r => r.EvaluationId == evaluation)));

        await adviser.Open(Address);
        await adviser.Upload("File", "eva-reponses.json", File(evaluation, events));
        Assert.Contains($"0 réponse importée, {events.Count} déjà connues, 0 refusée", adviser.Text, StringComparison.Ordinal);
        Assert.Equal(events.Count, site.Read(db => db.Events.Count(e => db.Runs.Any(r => r.Id == e.RunId && r.EvaluationId == evaluation))));
    }

    [Fact]
    public async Task An_evaluation_of_somebody_else_s_campaign_does_not_exist_and_nothing_is_written()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (_, evaluation, events) = await Played(site);
        var stranger = await site.SignIn(Crew.OtherAdviser);
        await stranger.Open(Address);

        await stranger.Upload("File", "eva-reponses.json", File(evaluation, events));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.Status);
        Assert.Contains("Ce fichier parle d’une évaluation qui n’est pas dans vos campagnes", stranger.Mistakes);
        Assert.False(site.Read(db => db.Events.Any(e => db.Runs.Any(r => r.Id == e.RunId && r.EvaluationId == evaluation))));
    }

    [Fact]
    public async Task A_line_that_cannot_be_is_refused_with_its_reason_and_the_others_are_kept()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (_, evaluation, events) = await Played(site);
        var adviser = await site.SignIn(Crew.Hugo);
        await adviser.Open(Address);

        await adviser.Upload("File", "eva-reponses.json", File(evaluation, [events[0], events[1] with { Name = "inconnu" }, events[2]]));

        Assert.Contains("2 réponses importées, 0 déjà connue, 1 refusée", adviser.Text, StringComparison.Ordinal);
        Assert.Equal(["2", "nom manque ou est inconnu"], adviser.Page.QuerySelectorAll("tbody td").Select(cell => cell.TextContent));
    }

    [Theory]
    [InlineData("", "Choisissez le fichier que le jeu a enregistré")]
    [InlineData("bonjour", "Ce fichier est abîmé à la ligne 1 : rien n’a été importé")]
    [InlineData("{\n\"format\": ", "Ce fichier est abîmé à la ligne 2 : rien n’a été importé")]
    [InlineData("[]", "Ce fichier n’est pas un fichier de réponses Eva. Son nom commence par « eva-reponses »")]
    [InlineData("""{"format":"autre","evaluation":"x","evenements":[]}""", "Ce fichier n’est pas un fichier de réponses Eva. Son nom commence par « eva-reponses »")]
    [InlineData("""{"format":"beffroi-eva-reponses-1","evaluation":"x","evenements":[]}""", "Ce fichier n’est pas un fichier de réponses Eva. Son nom commence par « eva-reponses »")]
    [InlineData("""{"format":"beffroi-eva-reponses-1","evaluation":"33333333-3333-3333-3333-333333333333","evenements":{}}""", "Ce fichier n’est pas un fichier de réponses Eva. Son nom commence par « eva-reponses »")]
    [InlineData("""{"format":"beffroi-eva-reponses-1","evaluation":"33333333-3333-3333-3333-333333333333","evenements":[]}""", "Ce fichier parle d’une évaluation qui n’est pas dans vos campagnes")]
    public async Task What_is_no_file_of_answers_is_refused_beside_the_field(string text, string reason)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var adviser = await site.SignIn(Crew.Hugo);
        await adviser.Open(Address);
        await adviser.Upload("File", "f.json", Encoding.UTF8.GetBytes(text));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, adviser.Status);
        Assert.Contains(reason, adviser.Mistakes);
    }

    // Somebody who opened every door while there was a network, then played without it.
    static async Task<(Participant Person, Guid Evaluation, List<GameEvent> Events)> Played(SiteUnderTest site)
    {
        var campaign = await site.Create(Crew.Hugo, "Sans réseau");
        var person = await Participant.Enter(site, campaign.Code);
        var journey = await person.Journey();
        var events = new List<GameEvent>();
        foreach (var step in journey.Steps)
        {
            events.AddRange(Story.Whole(await person.Start(step.Situation), _ => true, 8).Events);
        }

        return (person, journey.EvaluationId, events);
    }

    static byte[] File(Guid evaluation, IReadOnlyList<GameEvent> events) =>
        JsonSerializer.SerializeToUtf8Bytes(new AnswerFile { Format = AnswerFile.CurrentFormat, Evaluation = evaluation, Events = events }, EvaJson.Default.AnswerFile);
}
