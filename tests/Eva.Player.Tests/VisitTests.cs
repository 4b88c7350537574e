using System.Text.Json;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Events;
using Microsoft.Extensions.Time.Testing;

namespace Beffroi.Eva.Player.Tests;

public sealed class VisitTests
{
    private static readonly Guid Evaluation = new("33333333-3333-3333-3333-333333333333");

    private readonly FakeTimeProvider _clock = new(Plays.Morning);
    private readonly FakeShelf _shelf = new();
    private readonly List<(string Method, string Path, string? Body)> _asked = [];
    private Reply? _instead;

    [Fact]
    public async Task Doors_open_in_order_and_the_last_one_leads_to_the_end()
    {
        var visit = NewVisit();
        await visit.Arrive(_ => { });
        Assert.Equal(Place.Town, visit.Place);
        Assert.Equal("livraison", visit.Next?.Situation);

        await visit.Enter();
        Assert.Equal(Place.Inside, visit.Place);
        Assert.IsType<Questions.QuestionGame>(visit.Game);
        visit.ComeOut();
        Assert.Equal("maintenance", visit.Next?.Situation);

        await visit.Enter();
        Assert.IsType<Words.WordGame>(visit.Game);
        visit.ComeOut();
        Assert.Equal(Place.End, visit.Place);
        Assert.Equal(
            ["GET /api/eva/evaluations/moi", $"POST /api/eva/evaluations/{Evaluation}/parties/livraison", $"POST /api/eva/evaluations/{Evaluation}/parties/maintenance"],
            _asked.Select(asked => $"{asked.Method} {asked.Path}"));
    }

    [Fact]
    public async Task What_this_device_has_not_sent_yet_is_not_asked_again()
    {
        var before = new Journal(Plays.Questions(), new Outbox(Evaluation, _ => Task.FromResult(Delivery.Unreachable), _shelf, _clock), _clock);
        before.Write(EventNames.Started);
        before.Write(EventNames.Answered, new EventData().With("question", "L1").With("reponse", "a"));

        var visit = NewVisit();
        var arriving = visit.Arrive(_ => { });
        _clock.Advance(TimeSpan.FromSeconds(10));
        await arriving;
        var entering = visit.Enter();
        _clock.Advance(TimeSpan.FromSeconds(10));
        await entering;
        visit.Game!.Begin();

        Assert.Equal("L2", ((Questions.QuestionGame)visit.Game).Current?.Id);
        Assert.Equal([0, 1, 2, 3], _shelf.All(Evaluation).Select(happened => happened.Position).Order());
    }

    [Fact]
    public async Task Once_prepared_the_whole_way_is_walked_without_a_network_even_after_a_reload()
    {
        var visit = NewVisit();
        await visit.Arrive(_ => { });
        await visit.Prepare(() => Task.FromResult(true));
        Assert.True(visit.ReadyAlone);

        _instead = new Reply(0, "");
        await Patiently(visit.Enter());
        visit.Game!.Begin();
        var first = ((Questions.QuestionGame)visit.Game).Current!.Id;
        new Journal(visit.Game.Play, visit.Outbox!, _clock).Write(EventNames.Answered, new EventData().With("question", first).With("reponse", "a"));

        // The page is closed and opened again: the device alone knows where the person stands.
        var again = NewVisit();
        await Patiently(again.Arrive(_ => { }));
        Assert.Equal((Place.Town, "livraison"), (again.Place, again.Next?.Situation));
        await Patiently(again.Enter());
        Assert.Contains(first, again.Game!.Play.Answered);
        again.ComeOut();
        await Patiently(again.Enter());
        Assert.Equal("maintenance", again.Game!.Play.Situation);
        again.ComeOut();
        Assert.Equal(Place.End, again.Place);

        var last = NewVisit();
        await Patiently(last.Arrive(_ => { }));
        Assert.Equal(Place.End, last.Place);
    }

    [Fact]
    public async Task What_was_sent_before_the_network_left_is_not_asked_again_without_it()
    {
        var visit = NewVisit();
        await visit.Arrive(_ => { });
        await visit.Prepare(() => Task.FromResult(true));
        var sent = new GameEvent { SessionId = Plays.Questions().SessionId, Situation = "livraison", Position = 4, Name = EventNames.Answered, Date = 0, Data = new EventData().With("question", "L1").ToDictionary() };
        _shelf.Keep(Evaluation, sent);
        _shelf.Forget(Evaluation, sent);

        _instead = new Reply(0, "");
        var again = NewVisit();
        await Patiently(again.Arrive(_ => { }));
        await Patiently(again.Enter());
        Assert.Contains("L1", again.Game!.Play.Answered);
        Assert.Equal(5, again.Game.Play.NextPosition);
    }

    [Fact]
    public async Task The_device_remembers_no_name_and_nothing_of_the_one_who_played_before()
    {
        _shelf.KeepJourney(Town() with { EvaluationId = Guid.NewGuid() });
        _shelf.KeepPlay(Guid.NewGuid(), Plays.Words());
        var visit = NewVisit();
        await visit.Arrive(_ => { });
        Assert.Equal("Camille", visit.Journey!.Name);
        Assert.Equal((Evaluation, ""), (_shelf.Journey()!.EvaluationId, _shelf.Journey()!.Name));
        Assert.Null(_shelf.Play(Evaluation, "maintenance"));
    }

    [Fact]
    public async Task A_device_that_cannot_keep_the_page_is_not_said_ready()
    {
        var visit = NewVisit();
        await visit.Arrive(_ => { });
        await visit.Prepare(() => Task.FromResult(false));
        Assert.False(visit.ReadyAlone);
    }

    [Fact]
    public async Task Leaving_with_everything_sent_leaves_nothing_on_the_device_and_with_something_waiting_leaves_all()
    {
        var visit = NewVisit();
        await visit.Arrive(_ => { });
        await visit.Prepare(() => Task.FromResult(true));
        visit.Outbox!.Add(new GameEvent { SessionId = Guid.NewGuid(), Situation = "livraison", Position = 0, Name = EventNames.Started, Date = 0 });
        visit.Tidy();
        Assert.NotNull(_shelf.Journey());

        var other = NewVisit();
        _shelf.SetAside(Evaluation, visit.Outbox.ToFile().Events.Single());
        await other.Arrive(_ => { });
        other.Tidy();
        Assert.Null(_shelf.Journey());
        Assert.Null(_shelf.Play(Evaluation, "livraison"));
        Assert.Single(_shelf.Unreadable);
    }

    [Theory]
    [InlineData(401, Place.Outside)]
    [InlineData(403, Place.Outside)]
    [InlineData(0, Place.Unreachable)]
    [InlineData(500, Place.Unreachable)]
    public async Task Without_entry_or_without_network_the_person_is_told_which(int status, Place place)
    {
        var visit = NewVisit();
        _instead = new Reply(status, "");
        await visit.Arrive(_ => { });
        Assert.Equal(place, visit.Place);

        _instead = null;
        await visit.Arrive(_ => { });
        Assert.Equal(Place.Town, visit.Place);

        _instead = new Reply(status, "");
        await visit.Enter();
        Assert.Equal(place, visit.Place);
    }

    [Fact]
    public async Task A_page_that_is_not_the_server_s_is_no_answer()
    {
        var visit = NewVisit();
        _instead = new Reply(200, "<html>Réseau de l’hôtel</html>");
        await visit.Arrive(_ => { });
        Assert.Equal(Place.Unreachable, visit.Place);
    }

    [Theory]
    [InlineData(200, """{"acceptes":1,"deja_connus":0,"refuses":[]}""", Delivery.Received)]
    [InlineData(200, "<html>", Delivery.Unreachable)]
    [InlineData(401, "", Delivery.NoEntry)]
    [InlineData(400, "", Delivery.Refused)]
    [InlineData(413, "", Delivery.Refused)]
    [InlineData(429, "", Delivery.Unreachable)]
    [InlineData(503, "", Delivery.Unreachable)]
    [InlineData(0, "", Delivery.Unreachable)]
    public async Task A_batch_is_received_only_with_a_readable_receipt(int status, string body, Delivery expected)
    {
        _instead = new Reply(status, body);
        Assert.Equal(expected, await new Server(Exchange).Send(Evaluation, new EventBatch([])));
    }

    [Fact]
    public async Task Events_go_out_in_the_words_of_the_contract()
    {
        var play = Plays.Questions();
        var outbox = new Outbox(Evaluation, _ => Task.FromResult(Delivery.Received), _shelf, _clock);
        new Journal(play, outbox, _clock).Write(EventNames.Answered, new EventData().With("question", "L1").With("reponse", (string?)null).With("neSaisPas", true));
        await new Server(Exchange).Send(Evaluation, new EventBatch(_shelf.All(Evaluation)));

        using var sent = JsonDocument.Parse(_asked[^1].Body!);
        var line = sent.RootElement.GetProperty("evenements")[0];
        Assert.Equal(
            """{"session_id":"11111111-1111-1111-1111-111111111111","situation":"livraison","position":0,"nom":"reponse","date":1795420800000,"donnees":{"question":"L1","neSaisPas":true}}""",
            line.GetRawText());
    }

    // The visit waits for answers to leave: time passes meanwhile.
    private async Task Patiently(Task act)
    {
        while (!act.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await act;
    }

    private Visit NewVisit() => new(new Server(Exchange), _shelf, _clock);

    private Task<Reply> Exchange(string method, string path, string? body)
    {
        _asked.Add((method, path, body));
        return Task.FromResult(_instead ?? new Reply(200, path switch
        {
            _ when path.EndsWith("moi", StringComparison.Ordinal) => JsonSerializer.Serialize(Town(), EvaJson.Default.Journey),
            _ when path.EndsWith("livraison", StringComparison.Ordinal) => JsonSerializer.Serialize(Plays.Questions(), EvaJson.Default.Play),
            _ when path.EndsWith("maintenance", StringComparison.Ordinal) => JsonSerializer.Serialize(Plays.Words(), EvaJson.Default.Play),
            _ => """{"acceptes":0,"deja_connus":0,"refuses":[]}""",
        }));
    }

    private static Journey Town() => new()
    {
        EvaluationId = Evaluation,
        Name = "Camille",
        Finished = false,
        Steps = [Step("livraison"), Step("maintenance")],
    };

    private static Step Step(string situation) => new() { Situation = situation, Label = situation, Minutes = 10, Done = false };
}
