using System.Text.Json.Serialization;

namespace Beffroi.Encyclopedia;

/// <summary>What an entry tells of; each has its template (<see cref="Template"/>).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EntryType>))]
public enum EntryType
{
    [JsonStringEnumMemberName("case")] Case,
    [JsonStringEnumMemberName("practice")] Practice,
    [JsonStringEnumMemberName("tool")] Tool,
    [JsonStringEnumMemberName("actor")] Actor,
    [JsonStringEnumMemberName("rule")] Rule,
    [JsonStringEnumMemberName("definition")] Definition,
}

/// <summary>The six phases of the work against information manipulation: three urgent ones, then three in the background.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Phase>))]
public enum Phase
{
    [JsonStringEnumMemberName("detection")] Detection,
    [JsonStringEnumMemberName("qualification")] Qualification,
    [JsonStringEnumMemberName("reaction")] Reaction,
    [JsonStringEnumMemberName("attribution")] Attribution,
    [JsonStringEnumMemberName("research")] Research,
    [JsonStringEnumMemberName("prevention")] Prevention,
}

/// <summary>The five criteria of the convention.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Criterion>))]
public enum Criterion
{
    [JsonStringEnumMemberName("massive")] Massive,
    [JsonStringEnumMemberName("artificial")] Artificial,
    [JsonStringEnumMemberName("misleading")] Misleading,
    [JsonStringEnumMemberName("foreign")] Foreign,
    [JsonStringEnumMemberName("harmful")] Harmful,
}

/// <summary>Whether a criterion is met, in a case; elsewhere <see cref="Yes"/> says that the entry is about it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Stand>))]
public enum Stand
{
    [JsonStringEnumMemberName("yes")] Yes,
    [JsonStringEnumMemberName("no")] No,
    [JsonStringEnumMemberName("unknown")] Unknown,
}

/// <summary>How one entry stands to another, read from the one that says it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Relation>))]
public enum Relation
{
    [JsonStringEnumMemberName("see")] See,
    [JsonStringEnumMemberName("uses")] Uses,
    [JsonStringEnumMemberName("madeBy")] MadeBy,
    [JsonStringEnumMemberName("partOf")] PartOf,
    [JsonStringEnumMemberName("counters")] Counters,
    [JsonStringEnumMemberName("shows")] Shows,
    [JsonStringEnumMemberName("restsOn")] RestsOn,
}

/// <summary>Who does a step of a practice.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProcessRole>))]
public enum ProcessRole
{
    [JsonStringEnumMemberName("watcher")] Watcher,
    [JsonStringEnumMemberName("analyst")] Analyst,
    [JsonStringEnumMemberName("coordinator")] Coordinator,
    [JsonStringEnumMemberName("lawyer")] Lawyer,
    [JsonStringEnumMemberName("communicator")] Communicator,
    [JsonStringEnumMemberName("decider")] Decider,
}

/// <summary>What an assessment of reliability concludes, from the weakest.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Grade>))]
public enum Grade
{
    [JsonStringEnumMemberName("refuted")] Refuted,
    [JsonStringEnumMemberName("weak")] Weak,
    [JsonStringEnumMemberName("fair")] Fair,
    [JsonStringEnumMemberName("good")] Good,
    [JsonStringEnumMemberName("strong")] Strong,
}

/// <summary>Whether a tool can be used today.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ToolState>))]
public enum ToolState
{
    [JsonStringEnumMemberName("open")] Open,
    [JsonStringEnumMemberName("onRequest")] OnRequest,
    [JsonStringEnumMemberName("paid")] Paid,
    [JsonStringEnumMemberName("closed")] Closed,
}
