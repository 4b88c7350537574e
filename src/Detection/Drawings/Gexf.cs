using System.Globalization;
using System.Text;
using System.Xml;

namespace Beffroi.Detection;

/// <summary>Writes GEXF 1.3, the format of Gephi.</summary>
public static class Gexf
{
    const string Space = "http://gexf.net/1.3";
    const string Shapes = "http://gexf.net/1.3/viz";

    /// <summary>Writes the graph; the stream stays open.</summary>
    /// <param name="graph">What is written.</param>
    /// <param name="target">Where.</param>
    /// <param name="dynamic">Whether nodes and edges appear at their first moment and leave at their last: Gephi then plays them.</param>
    public static void Write(GraphFile graph, Stream target, bool dynamic = false)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(target);
        using var xml = XmlWriter.Create(target, new() { Encoding = new UTF8Encoding(false), Indent = true, CloseOutput = false });
        xml.WriteStartDocument();
        xml.WriteStartElement("gexf", Space);
        xml.WriteAttributeString("xmlns", "viz", null, Shapes);
        xml.WriteAttributeString("version", "1.3");
        xml.WriteStartElement("meta", Space);
        xml.WriteElementString("creator", Space, "Beffroi.Detection");
        xml.WriteEndElement();
        xml.WriteStartElement("graph", Space);
        xml.WriteAttributeString("defaultedgetype", graph.Directed ? "directed" : "undirected");
        xml.WriteAttributeString("mode", dynamic ? "dynamic" : "static");
        if (dynamic)
        {
            xml.WriteAttributeString("timeformat", "dateTime");
            xml.WriteAttributeString("timerepresentation", "interval");
        }

        Columns(xml, "node", graph.NodeColumns);
        Columns(xml, "edge", graph.EdgeColumns);
        xml.WriteStartElement("nodes", Space);
        foreach (var node in graph.Nodes)
        {
            xml.WriteStartElement("node", Space);
            xml.WriteAttributeString("id", GraphFile.Clean(node.Id));
            xml.WriteAttributeString("label", GraphFile.Clean(node.Label));
            Moments(xml, dynamic, node.Span);
            Values(xml, node.Values);
            if (node.Size is { } size)
            {
                Shape(xml, "size", ("value", size));
            }

            if (node.Place is var (x, y))
            {
                Shape(xml, "position", ("x", x), ("y", y), ("z", 0));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("edges", Space);
        foreach (var (at, edge) in graph.Edges.Index())
        {
            xml.WriteStartElement("edge", Space);
            xml.WriteAttributeString("id", at.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("source", GraphFile.Clean(graph.Nodes[edge.From].Id));
            xml.WriteAttributeString("target", GraphFile.Clean(graph.Nodes[edge.To].Id));
            xml.WriteAttributeString("weight", GraphFile.Written(edge.Weight));
            Moments(xml, dynamic, edge.Span);
            Values(xml, edge.Values);
            xml.WriteEndElement();
        }

        xml.WriteEndDocument();
    }

    static void Columns(XmlWriter xml, string of, IReadOnlyList<GraphColumn> columns)
    {
        xml.WriteStartElement("attributes", Space);
        xml.WriteAttributeString("class", of);
        xml.WriteAttributeString("mode", "static");
        foreach (var (at, column) in columns.Index())
        {
            xml.WriteStartElement("attribute", Space);
            xml.WriteAttributeString("id", at.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("title", GraphFile.Clean(column.Name));
            xml.WriteAttributeString("type", column.Type switch
            {
                GraphColumnType.Text => "string",
                GraphColumnType.Whole => "long",
                GraphColumnType.Number => "double",
                GraphColumnType.Flag => "boolean",
            });
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    static void Values(XmlWriter xml, IReadOnlyList<object?> values)
    {
        xml.WriteStartElement("attvalues", Space);
        foreach (var (at, value) in values.Index().Where(v => v.Item is not null))
        {
            xml.WriteStartElement("attvalue", Space);
            xml.WriteAttributeString("for", at.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("value", GraphFile.Written(value!));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    static void Moments(XmlWriter xml, bool dynamic, (DateTimeOffset First, DateTimeOffset Last)? span)
    {
        if (dynamic && span is var (first, last))
        {
            xml.WriteAttributeString("start", first.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            xml.WriteAttributeString("end", last.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }
    }

    static void Shape(XmlWriter xml, string name, params ReadOnlySpan<(string Name, double Value)> values)
    {
        xml.WriteStartElement("viz", name, Shapes);
        foreach (var (attribute, value) in values)
        {
            xml.WriteAttributeString(attribute, GraphFile.Written(value));
        }

        xml.WriteEndElement();
    }
}
