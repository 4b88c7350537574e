using System.Text.Json.Nodes;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Exchange.Stix;

namespace Beffroi.Chat.Tests.Exchange;

public sealed class StixIdTests
{
    /// <summary>Expected: uuid.uuid5 of Python 3.11 on the same JSON, keys sorted, no space, not escaped.</summary>
    [Fact]
    public void Observables_have_the_identifier_that_everybody_gives_them()
    {
        Assert.Equal("url--fc58883f-7bd1-504c-b41e-f9d37b7fb346", StixId.OfObservable("url", new() { ["value"] = "https://example.org/é?a=\"1\"&b=2" }));
        Assert.Equal("domain-name--3500c14b-9bde-5393-b4e5-b260aea7e058", StixId.OfObservable("domain-name", new() { ["value"] = "example.org" }));
        Assert.Equal("email-addr--7165e2a9-671f-585d-b1e1-ca59c671d934", StixId.OfObservable("email-addr", new() { ["value"] = "john@example.com" }));
        Assert.Equal("user-account--a90a6b7b-c31a-50cd-b39e-f42f96756c11",
            Id(StixParts.Observable(new() { Kind = ObservableKind.Account, Network = "x", Value = "compte1" })!));
        Assert.Equal("file--ac369503-00ad-579b-aab1-0523a66c00cf", Id(StixParts.File(new()
        {
            FileName = "capture.png",
            MediaType = "image/png",
            Size = 1,
            Sha256 = "841a8921140aba50671ebb0770fecc4ee308c4952cfeff8de154ab14eeef4649",
        })));
    }

    /// <summary>RFC 9562, appendix A.4.</summary>
    [Fact]
    public void Version_5_is_that_of_the_standard() =>
        Assert.Equal(new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"), StixId.Version5(new("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"));

    [Theory]
    [InlineData("note--6e5c0050-44bb-479a-9913-fced6cc495ed", "note")]
    [InlineData("x-opencti-case-incident--6e5c0050-44bb-479a-9913-fced6cc495ed", "x-opencti-case-incident")]
    [InlineData("note-6e5c0050-44bb-479a-9913-fced6cc495ed", null)]
    [InlineData("--6e5c0050-44bb-479a-9913-fced6cc495ed", null)]
    [InlineData("Note--6e5c0050-44bb-479a-9913-fced6cc495ed", null)]
    [InlineData("note--6e5c005044bb479a9913fced6cc495ed", null)]
    [InlineData("note--", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void An_identifier_is_a_type_and_a_uuid(string? text, string? type)
    {
        Assert.Equal(type is not null, StixId.TryRead(text, out var read, out _));
        Assert.Equal(type ?? "", read);
    }

    [Theory]
    [InlineData(Tlp.Clear, "TLP:CLEAR")]
    [InlineData(Tlp.Green, "TLP:GREEN")]
    [InlineData(Tlp.Amber, "TLP:AMBER")]
    [InlineData(Tlp.AmberStrict, "TLP:AMBER+STRICT")]
    [InlineData(Tlp.Red, "TLP:RED")]
    public void Each_level_is_known_by_its_identifier_and_by_what_it_says(Tlp level, string label)
    {
        var marking = new StixObject(StixTlp.ObjectOf(level));
        Assert.Equal(label, marking.Text("name"));
        Assert.Equal(level, StixTlp.LevelOf(marking.Id));
        marking.Json["id"] = "marking-definition--6e5c0050-44bb-479a-9913-fced6cc495ed";
        Assert.Equal(level, StixTlp.LevelOf(marking));
        marking.Json.Remove("extensions");
        Assert.Equal(level, StixTlp.LevelOf(marking));
        Assert.Equal(level, StixTlp.Word(label.ToLowerInvariant()));
    }

    [Fact]
    public void Levels_of_the_first_version_and_of_OpenCTI_are_known()
    {
        Assert.Equal(Tlp.Clear, StixTlp.LevelOf("marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9"));
        Assert.Equal(Tlp.Red, StixTlp.LevelOf("marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed"));
        var custom = new JsonObject { ["id"] = "marking-definition--6e5c0050-44bb-479a-9913-fced6cc495ed", ["definition_type"] = "statement", ["x_opencti_definition_type"] = "TLP", ["x_opencti_definition"] = "TLP:AMBER+STRICT" };
        Assert.Equal(Tlp.AmberStrict, StixTlp.LevelOf(new StixObject(custom)));
        Assert.Null(StixTlp.LevelOf(new StixObject(new() { ["id"] = "x", ["name"] = "Red Cross" })));
    }

    static string Id(JsonObject item) => (string)item["id"]!;
}
