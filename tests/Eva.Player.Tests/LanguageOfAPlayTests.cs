using System.Text.Json;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Games;
using Beffroi.Eva.Player.Questions;
using Beffroi.Eva.Player.Words;
using Microsoft.Extensions.Time.Testing;

namespace Beffroi.Eva.Player.Tests;

/// <summary>The language that was chosen: told once in each play where it serves, kept on the device for this evaluation only.</summary>
public sealed class LanguageOfAPlayTests
{
    private static readonly Guid Evaluation = new("33333333-3333-3333-3333-333333333333");

    private readonly FakeTimeProvider _clock = new(Plays.Morning);
    private readonly FakeShelf _shelf = new();
    private Journey _town = new() { EvaluationId = Evaluation, Name = "Camille", Finished = false, Steps = [new() { Situation = "livraison", Label = "La tournée", Minutes = 10, Done = false }] };

    [Fact]
    public void Somebody_who_never_leaves_French_tells_nothing()
    {
        var (journal, told) = Plays.Journal(Plays.Questions());
        new QuestionGame(Plays.Questions(), journal).Begin();

        Assert.DoesNotContain(told, happened => happened.Is(EventNames.LanguageChosen));
    }

    [Fact]
    public void The_language_of_the_instruction_is_told_when_it_is_left_and_a_change_when_it_is_made()
    {
        var (journal, told) = Plays.Journal(Plays.Words(count: 2));
        var game = new WordGame(Plays.Words(count: 2), journal);

        game.ReadIn("ar");
        game.ReadIn("uk");
        Assert.Empty(told);
        game.Begin();
        game.AskHelp();
        game.ReadIn("fr");

        Assert.Equal(["uk", "fr"], told.Where(happened => happened.Is(EventNames.LanguageChosen)).Select(happened => happened.Text("langue")));
        Assert.Equal(EventNames.LanguageChosen, told[0].Name);
    }

    [Fact]
    public void Nothing_follows_the_end_of_a_play()
    {
        var (journal, told) = Plays.Journal(Plays.Questions(items: [Plays.Choice("L1")], trained: true));
        var game = new QuestionGame(Plays.Questions(items: [Plays.Choice("L1")], trained: true), journal);
        game.Begin();
        game.Draft!.Choose("a");
        game.Submit(default);

        game.ReadIn("en");

        Assert.Equal(Phase.Finished, game.Phase);
        Assert.Equal(EventNames.Finished, told[^1].Name);
    }

    [Fact]
    public async Task A_choice_outlives_the_page_and_is_told_in_the_next_play()
    {
        var visit = NewVisit();
        await visit.Arrive(_ => { });
        Assert.True(visit.Tongue.IsFrench);
        visit.Tongue.Choose(Language.Find("uk")!);

        var again = NewVisit();
        await again.Arrive(_ => { });
        await again.Enter();
        again.Game!.Begin();

        Assert.Equal("uk", again.Tongue.Current.Code);
        Assert.Equal("uk", Assert.Single(_shelf.Told, happened => happened.Is(EventNames.LanguageChosen)).Text("langue"));
    }

    [Fact]
    public async Task On_another_device_the_server_s_word_holds_and_the_device_s_own_comes_first()
    {
        _town = _town with { Language = "fa" };
        var visit = NewVisit();
        await visit.Arrive(_ => { });
        Assert.Equal("fa", visit.Tongue.Current.Code);

        visit.Tongue.Choose(Language.French);
        var again = NewVisit();
        await again.Arrive(_ => { });
        Assert.True(again.Tongue.IsFrench);
    }

    [Fact]
    public async Task A_language_that_this_version_does_not_have_is_French()
    {
        _town = _town with { Language = "xx" };
        var visit = NewVisit();
        await visit.Arrive(_ => { });

        Assert.Null(visit.Tongue.Chosen);
    }

    [Fact]
    public async Task The_next_person_at_this_device_begins_in_French()
    {
        var visit = NewVisit();
        await visit.Arrive(_ => { });
        visit.Tongue.Choose(Language.Find("ar")!);
        _town = _town with { EvaluationId = Guid.NewGuid() };

        var next = NewVisit();
        await next.Arrive(_ => { });

        Assert.True(next.Tongue.IsFrench);
        Assert.Null(_shelf.Language(Evaluation));
    }

    private Visit NewVisit() => new(new Server(Exchange), _shelf, _clock);

    private Task<Reply> Exchange(string method, string path, string? body) => Task.FromResult(new Reply(200, path switch
    {
        _ when path.EndsWith("moi", StringComparison.Ordinal) => JsonSerializer.Serialize(_town, EvaJson.Default.Journey),
        _ when path.EndsWith("livraison", StringComparison.Ordinal) => JsonSerializer.Serialize(Plays.Questions(), EvaJson.Default.Play),
        _ => """{"acceptes":0,"deja_connus":0,"refuses":[]}""",
    }));
}
