using System.Text;
using System.Text.Json.Nodes;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Exchange;
using Beffroi.Chat.Exchange.Stix;
using Beffroi.Chat.Tests.Cases;
using Beffroi.Kit;

namespace Beffroi.Chat.Tests.Exchange;

/// <summary>Files that are wrong in every way we could think of: a clear refusal, or a reading that says what it left; never a failure.</summary>
public sealed class BadFileTests
{
    static readonly int Runs = Environment.GetEnvironmentVariable("BEFFROI_LONG") == "1" ? 20_000 : 800;

    [Theory]
    [InlineData("", "empty")]
    [InlineData("{", "no JSON")]
    [InlineData("pas du JSON", "no JSON")]
    [InlineData("null", "no STIX bundle")]
    [InlineData("[]", "no STIX bundle")]
    [InlineData("\"bundle\"", "no STIX bundle")]
    [InlineData("""{"type":"report"}""", "no STIX bundle")]
    [InlineData("""{"type":7}""", "no STIX bundle")]
    [InlineData("""{"type":"bundle"}""", "is empty")]
    [InlineData("""{"type":"bundle","objects":{}}""", "is empty")]
    [InlineData("""{"type":"bundle","objects":[]}""", "is empty")]
    [InlineData("""{"type":"bundle","objects":[1,"x",null,[],{},{"type":"note","id":7}]}""", "No object")]
    [InlineData("""{"type":"bundle","type":"bundle"}""", "twice")]
    [InlineData("""{"type":"bundle","objects":[{"a":{"b":1,"b":2}}]}""", "twice")]
    [InlineData("""{"type":"bundle","x":"\ud800"}""", "half a character")]
    public void A_file_that_is_no_bundle_is_refused_with_its_reason(string text, string reason)
    {
        Assert.Null(StixReader.Read(Encoding.UTF8.GetBytes(text), RoundTripTests.Anna, out var fault));
        Assert.Contains(reason, fault!.English, StringComparison.Ordinal);
        Assert.False(string.IsNullOrWhiteSpace(fault.French));
    }

    [Fact]
    public void A_place_is_given_by_its_line()
    {
        Assert.Null(StixBundle.Read("{\n\"type\": \"bundle\",\n\"objects\": [ ; ]}"u8, out var fault));
        Assert.Contains("line 3", fault!.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        Assert.Null(StixBundle.Read([0x7B, 0x22, 0xC3, 0x28, 0x22, 0x7D], out var fault));
        Assert.Contains("UTF-8", fault!.English, StringComparison.Ordinal);
        Assert.Null(StixBundle.Read([0xFF, 0xFE, 0x7B, 0x00], out fault));
        Assert.Contains("UTF-8", fault!.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(100_000)]
    public void Deep_JSON_is_refused(int depth)
    {
        var text = "{\"type\":\"bundle\",\"objects\":" + new string('[', depth) + new string(']', depth) + "}";
        Assert.Null(StixBundle.Read(Encoding.UTF8.GetBytes(text), out var fault));
        Assert.Contains("64 levels", fault!.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused_before_it_is_read()
    {
        Assert.Null(StixBundle.Read(new byte[SafeJson.MaxBytes + 1], out var fault));
        Assert.Contains("too large", fault!.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bundle_with_too_many_objects_is_refused()
    {
        var text = "{\"type\":\"bundle\",\"objects\":[" + string.Join(',', Enumerable.Repeat("1", StixBundle.MaxObjects + 1)) + "]}";
        Assert.Null(StixBundle.Read(Encoding.UTF8.GetBytes(text), out var fault));
        Assert.Contains("200001", fault!.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_that_point_at_each_other_are_read()
    {
        const string text = """
            {"type":"bundle","id":"bundle--11111111-1111-4111-8111-111111111111","objects":[
              {"type":"report","id":"report--11111111-1111-4111-8111-111111111111","name":"a","published":"2026-01-01T00:00:00Z","object_refs":["grouping--11111111-1111-4111-8111-111111111111","report--11111111-1111-4111-8111-111111111111"],"object_marking_refs":["marking-definition--11111111-1111-4111-8111-111111111111"]},
              {"type":"grouping","id":"grouping--11111111-1111-4111-8111-111111111111","context":"x","object_refs":["report--11111111-1111-4111-8111-111111111111"]},
              {"type":"opinion","id":"opinion--11111111-1111-4111-8111-111111111111","opinion":"agree","object_refs":["opinion--11111111-1111-4111-8111-111111111112"]},
              {"type":"opinion","id":"opinion--11111111-1111-4111-8111-111111111112","opinion":"agree","object_refs":["opinion--11111111-1111-4111-8111-111111111111"]},
              {"type":"marking-definition","id":"marking-definition--11111111-1111-4111-8111-111111111111","object_marking_refs":["marking-definition--11111111-1111-4111-8111-111111111111"]}
            ]}
            """;
        var read = Assert.Single(StixReader.Read(Encoding.UTF8.GetBytes(text), RoundTripTests.Anna, out _)!);
        Assert.Equal(2, read.Drafts.Count(d => d.Fact is ArgumentMade));
        // What the marking says is unknown: the level of whoever imports.
        Assert.Equal(Tlp.Amber, read.Drafts[0].Marking.Tlp);
    }

    [Fact]
    public void The_last_version_of_an_object_is_the_one_that_is_read()
    {
        const string text = """
            {"type":"bundle","objects":[
              {"type":"report","id":"report--11111111-1111-4111-8111-111111111111","modified":"2026-01-01T00:00:00Z","name":"old"},
              {"type":"report","id":"report--11111111-1111-4111-8111-111111111111","modified":"2026-02-01T00:00:00Z","name":"new"},
              {"type":"report","id":"report--11111111-1111-4111-8111-111111111111","modified":"hier","name":"no date"}
            ]}
            """;
        Assert.Equal("new", Assert.Single(StixBundle.Read(Encoding.UTF8.GetBytes(text), out _)!.Objects).Text("name"));
    }

    [Fact]
    public void Texts_that_are_too_long_or_hold_control_characters_are_made_fit_and_it_is_told()
    {
        var json = new JsonObject
        {
            ["type"] = "bundle",
            ["objects"] = new JsonArray(new JsonObject { ["type"] = "report", ["id"] = "report--11111111-1111-4111-8111-111111111111", ["name"] = "a\u0000b\u001B" + string.Concat(Enumerable.Repeat("\U0001F600", 500)), ["published"] = "2026-01-01", ["description"] = new string('x', 30_000) }),
        };
        var read = Assert.Single(StixReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), RoundTripTests.Anna, out _)!);
        var opened = Assert.IsType<CaseOpened>(read.Drafts[0].Fact);
        Assert.StartsWith("ab", opened.Title, StringComparison.Ordinal);
        Assert.All(read.Drafts, d => Assert.Empty(d.Fact.Faults(new(), d)));
        Assert.Equal(2, read.Told.Count(n => n.Kind == Notice.Cut));
    }

    [Fact]
    public void A_file_that_is_cut_anywhere_is_refused()
    {
        var desk = Desk.Opened();
        desk.Write(new ArgumentMade { Stance = Stance.For, Text = "é\U0001F600" });
        var shared = SharedCase.For(desk.Log, Reader.Member(Desk.Anna, Desk.Ministry), Destination.Oneself, NameBook.Empty, out _)!;
        foreach (var bytes in new[] { StixWriter.Write(shared, new() { Language = Lang.French }), CaseFile.Write(shared) })
        {
            for (var length = 0; length < bytes.Length; length++)
            {
                Assert.Null(StixReader.Read(bytes.AsSpan(0, length), RoundTripTests.Anna, out var fault));
                Assert.NotNull(fault);
                Assert.Null(CaseFile.Read(bytes.AsSpan(0, length), out fault));
                Assert.NotNull(fault);
            }
        }
    }

    [Fact]
    public void Nothing_that_is_done_to_a_file_makes_reading_fail()
    {
        var random = new Random(8);
        for (var run = 0; run < Runs; run++)
        {
            var shared = RoundTripTests.Drawn(run % 12, 12);
            var bytes = run % 3 == 0 ? CaseFile.Write(shared) : StixWriter.Write(shared, new() { Language = Lang.French });
            var broken = run % 2 == 0 ? Bytes(bytes, random) : Values(bytes, random);
            var cases = StixReader.Read(broken, RoundTripTests.Anna, out var fault);
            Assert.Equal(cases is null, fault is not null);
            var own = CaseFile.Read(broken, out fault);
            Assert.Equal(own is null, fault is not null);
        }
    }

    [Fact]
    public void A_file_of_ours_that_was_changed_is_found()
    {
        var desk = Desk.Opened();
        desk.Write(new ArgumentMade { Stance = Stance.For, Text = "dix comptes" });
        desk.Write(new ArgumentMade { Stance = Stance.Against, Text = "neuf comptes" });
        var whole = Encoding.UTF8.GetString(CaseFile.Write(SharedCase.For(desk.Log, Reader.Member(Desk.Anna, Desk.Ministry), Destination.Oneself, NameBook.Empty, out _)!));
        string Fault(string text)
        {
            Assert.Null(CaseFile.Read(Encoding.UTF8.GetBytes(text), out var fault));
            return fault!.English;
        }

        Assert.Contains("Line 2", Fault(whole.Replace("dix comptes", "cent comptes", StringComparison.Ordinal)), StringComparison.Ordinal);
        var json = JsonNode.Parse(whole)!;
        json["events"]!.AsArray().RemoveAt(1);
        Assert.Contains("Line 2", Fault(json.ToJsonString()), StringComparison.Ordinal);
        json = JsonNode.Parse(whole)!;
        json["events"]![0]!["fact"]!["surprise"] = true;
        Assert.Contains("events[0]", Fault(json.ToJsonString()), StringComparison.Ordinal);
        json = JsonNode.Parse(whole)!;
        json["version"] = 2;
        Assert.Contains("later version (2)", Fault(json.ToJsonString()), StringComparison.Ordinal);
        json = JsonNode.Parse(whole)!;
        json["events"] = new JsonArray();
        Assert.Contains("empty", Fault(json.ToJsonString()), StringComparison.Ordinal);
        Assert.Contains("no case of Beffroi", Fault("""{"format":"autre"}"""), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_refers_to_what_follows_it_is_refused()
    {
        var desk = Desk.Opened();
        desk.Write(new ArgumentMade { Stance = Stance.For, Text = "a" }, null, out var first);
        desk.Write(new ArgumentMade { Stance = Stance.For, Text = "b", ReplyTo = first });
        var shared = SharedCase.For(desk.Log, Reader.Member(Desk.Anna, Desk.Ministry), Destination.Oneself, NameBook.Empty, out _)!;
        var json = JsonNode.Parse(CaseFile.Write(shared))!;
        var events = json["events"]!.AsArray();
        var (one, two) = (events[1]!, events[2]!);
        events.RemoveAt(2);
        events.RemoveAt(1);
        two["number"] = 2;
        one["number"] = 3;
        events.Add(two);
        events.Add(one);
        Assert.Null(CaseFile.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), out var fault));
        Assert.Equal("Line 2 of the case: it refers to what is not before it.", fault!.English);
    }

    static byte[] Bytes(byte[] bytes, Random random)
    {
        var broken = bytes.ToList();
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var at = random.Next(broken.Count);
            switch (random.Next(3))
            {
                case 0:
                    broken[at] = (byte)random.Next(256);
                    break;
                case 1:
                    broken.RemoveAt(at);
                    break;
                default:
                    broken.Insert(at, (byte)"{}[]\",:0\\"[random.Next(9)]);
                    break;
            }
        }

        return [.. broken];
    }

    /// <summary>JSON all the same, with values of other kinds, absent, or moved.</summary>
    static byte[] Values(byte[] bytes, Random random)
    {
        var root = JsonNode.Parse(bytes)!;
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var node = root;
            while (node is JsonObject or JsonArray && random.Next(6) > 0)
            {
                node = Inner(node, random) ?? node;
            }

            if (node.Parent is JsonObject bag)
            {
                var name = node.GetPropertyName();
                bag[name] = Odd(random);
                if (random.Next(3) == 0)
                {
                    bag.Remove(name);
                }
            }
            else if (node.Parent is JsonArray list)
            {
                list[node.GetElementIndex()] = Odd(random);
            }
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    static JsonNode? Inner(JsonNode node, Random random)
    {
        List<JsonNode?> inner = node is JsonObject bag ? [.. bag.Select(p => p.Value)] : [.. node.AsArray()];
        return inner.Count == 0 ? null : inner[random.Next(inner.Count)];
    }

    static JsonNode? Odd(Random random) => random.Next(9) switch
    {
        0 => null,
        1 => "",
        2 => "note--11111111-1111-4111-8111-111111111111",
        3 => -1,
        4 => JsonNode.Parse("1e400"),
        5 => new JsonArray(1, "x", null),
        6 => new JsonObject { ["type"] = "opened", ["id"] = "x" },
        7 => true,
        _ => "9999-99-99T99:99:99.999Z"[random.Next(4)..],
    };
}
